using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;

namespace ZOE.Matching.Data.Mappings;

internal sealed class PlacementMapping : IEntityTypeConfiguration<Proposal>, IEntityTypeConfiguration<Measure>, IEntityTypeConfiguration<Placement>,
    IEntityTypeConfiguration<FollowUp>, IEntityTypeConfiguration<ObservedCompetence>, IEntityTypeConfiguration<FundingDecision>,
    IEntityTypeConfiguration<MatchRow>
{
    public void Configure(EntityTypeBuilder<Proposal> proposal)
    {
        proposal.HasIndex(p => new { p.ClientId, p.VacancyId }).IsUnique().HasFilter("\"State\" IN ('Sent', 'Interview', 'Accepted')");
        proposal.HasIndex(p => new { p.EmployerId, p.State });
        proposal.Property(p => p.Message).HasMaxLength(2000);
        proposal.Property(p => p.Comment).HasMaxLength(2000);
        proposal.HasOne<Client>().WithMany().HasForeignKey(p => p.ClientId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<Vacancy>().WithMany().HasForeignKey(p => p.VacancyId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<Employer>().WithMany().HasForeignKey(p => p.EmployerId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<Consent>().WithMany().HasForeignKey(p => p.ConsentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Measure> measure) =>
        measure.HasOne<Client>().WithMany().HasForeignKey(m => m.ClientId).OnDelete(DeleteBehavior.Restrict);

    public void Configure(EntityTypeBuilder<Placement> placement)
    {
        placement.HasIndex(p => new { p.State, p.StartOn });
        placement.HasIndex(p => p.ClientId);
        placement.HasIndex(p => p.EmployerId);
        placement.Property(p => p.WarningReason).HasMaxLength(2000);
        placement.HasOne<Measure>().WithMany().HasForeignKey(p => p.MeasureId).OnDelete(DeleteBehavior.Restrict);
        placement.HasOne<Client>().WithMany().HasForeignKey(p => p.ClientId).OnDelete(DeleteBehavior.Restrict);
        placement.HasOne<Employer>().WithMany().HasForeignKey(p => p.EmployerId).OnDelete(DeleteBehavior.Restrict);
        placement.HasOne<Vacancy>().WithMany().HasForeignKey(p => p.VacancyId).OnDelete(DeleteBehavior.Restrict);
        placement.HasOne<Proposal>().WithMany().HasForeignKey(p => p.ProposalId).OnDelete(DeleteBehavior.Restrict);
        placement.HasOne(p => p.Funding).WithOne().HasForeignKey<FundingDecision>(f => f.PlacementId);
        placement.HasMany(p => p.FollowUps).WithOne().HasForeignKey(f => f.PlacementId);
        placement.HasMany(p => p.Observed).WithOne().HasForeignKey(o => o.PlacementId);
    }

    public void Configure(EntityTypeBuilder<FollowUp> followUp)
    {
        followUp.Property(f => f.Id).ValueGeneratedNever();
        followUp.Property(f => f.Comment).HasMaxLength(2000);
        followUp.HasIndex(f => new { f.PlacementId, f.Kind }).IsUnique();
        followUp.HasIndex(f => new { f.State, f.DueOn });
    }

    public void Configure(EntityTypeBuilder<ObservedCompetence> observed) => observed.Property(o => o.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<FundingDecision> funding)
    {
        funding.Property(f => f.Id).ValueGeneratedNever();
        funding.Property(f => f.Note).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<MatchRow> match)
    {
        match.HasKey(m => new { m.ClientId, m.VacancyId });
        match.HasIndex(m => new { m.VacancyId, m.Score });
        match.Property(m => m.Explanation).HasMaxLength(8000);
        match.HasOne<Client>().WithMany().HasForeignKey(m => m.ClientId).OnDelete(DeleteBehavior.Cascade);
        match.HasOne<Vacancy>().WithMany().HasForeignKey(m => m.VacancyId).OnDelete(DeleteBehavior.Cascade);
    }
}
