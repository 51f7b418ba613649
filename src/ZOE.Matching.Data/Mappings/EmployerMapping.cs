using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Data.Mappings;

internal sealed class EmployerMapping : IEntityTypeConfiguration<Employer>, IEntityTypeConfiguration<EmployerContact>,
    IEntityTypeConfiguration<ContactLogEntry>, IEntityTypeConfiguration<Vacancy>, IEntityTypeConfiguration<VacancyRequirement>
{
    public void Configure(EntityTypeBuilder<Employer> employer)
    {
        employer.HasIndex(e => e.Name);
        employer.HasIndex(e => e.OwnerId);
        employer.HasOne<Place>().WithMany().HasForeignKey(e => e.PlaceAgs).OnDelete(DeleteBehavior.Restrict);
        employer.HasMany(e => e.Contacts).WithOne().HasForeignKey(c => c.EmployerId);
        employer.HasMany(e => e.ContactLog).WithOne().HasForeignKey(c => c.EmployerId);
    }

    public void Configure(EntityTypeBuilder<EmployerContact> contact) => contact.Property(c => c.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<ContactLogEntry> entry)
    {
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Text).HasMaxLength(2000);
        entry.HasIndex(e => new { e.EmployerId, e.AtUtc });
    }

    public void Configure(EntityTypeBuilder<Vacancy> vacancy)
    {
        vacancy.HasIndex(v => v.Reference).IsUnique();
        vacancy.HasIndex(v => new { v.State, v.ExpiresOn });
        // The open ones of one employer, for the same reason as with the consents of one client.
        vacancy.HasIndex(v => new { v.EmployerId, v.State, v.ExpiresOn });
        vacancy.Property(v => v.Description).HasMaxLength(4000);
        vacancy.HasOne<Employer>().WithMany().HasForeignKey(v => v.EmployerId).OnDelete(DeleteBehavior.Restrict);
        vacancy.HasOne<Place>().WithMany().HasForeignKey(v => v.PlaceAgs).OnDelete(DeleteBehavior.Restrict);
        vacancy.HasOne<Concept>().WithMany().HasForeignKey(v => v.OccupationId).OnDelete(DeleteBehavior.Restrict);
        vacancy.HasMany(v => v.Requirements).WithOne().HasForeignKey(r => r.VacancyId);
    }

    public void Configure(EntityTypeBuilder<VacancyRequirement> requirement)
    {
        requirement.Property(r => r.Id).ValueGeneratedNever();
        requirement.HasOne<Concept>().WithMany().HasForeignKey(r => r.ConceptId).OnDelete(DeleteBehavior.Restrict);
    }
}
