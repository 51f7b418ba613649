using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Data.Mappings;

internal sealed class ProviderMapping : IEntityTypeConfiguration<Provider>, IEntityTypeConfiguration<Course>, IEntityTypeConfiguration<CourseGain>,
    IEntityTypeConfiguration<Referral>, IEntityTypeConfiguration<Attendance>, IEntityTypeConfiguration<ReferralResult>
{
    public void Configure(EntityTypeBuilder<Provider> provider)
    {
        provider.HasIndex(p => p.Name);
        provider.HasOne<Place>().WithMany().HasForeignKey(p => p.PlaceAgs).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Course> course)
    {
        course.HasIndex(c => c.Reference).IsUnique();
        course.HasIndex(c => new { c.State, c.EnrolUntil });
        course.Property(c => c.Description).HasMaxLength(4000);
        course.HasOne<Provider>().WithMany().HasForeignKey(c => c.ProviderId).OnDelete(DeleteBehavior.Restrict);
        course.HasOne<Instrument>().WithMany().HasForeignKey(c => c.InstrumentCode).OnDelete(DeleteBehavior.Restrict);
        course.HasOne<Place>().WithMany().HasForeignKey(c => c.PlaceAgs).OnDelete(DeleteBehavior.Restrict);
        course.HasMany(c => c.Gains).WithOne().HasForeignKey(g => g.CourseId);
    }

    public void Configure(EntityTypeBuilder<CourseGain> gain)
    {
        gain.Property(g => g.Id).ValueGeneratedNever();
        gain.HasOne<Concept>().WithMany().HasForeignKey(g => g.ConceptId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Referral> referral)
    {
        referral.HasIndex(r => new { r.ProviderId, r.State });
        referral.HasIndex(r => r.ClientId);
        referral.HasIndex(r => new { r.CourseId, r.ClientId }).IsUnique().HasFilter("\"State\" IN ('Sent', 'Accepted', 'Attending')");
        referral.Property(r => r.ReturnNote).HasMaxLength(2000);
        referral.HasOne<Course>().WithMany().HasForeignKey(r => r.CourseId).OnDelete(DeleteBehavior.Restrict);
        referral.HasOne<Provider>().WithMany().HasForeignKey(r => r.ProviderId).OnDelete(DeleteBehavior.Restrict);
        referral.HasOne<Client>().WithMany().HasForeignKey(r => r.ClientId).OnDelete(DeleteBehavior.Restrict);
        referral.HasMany(r => r.Attendance).WithOne().HasForeignKey(a => a.ReferralId);
        referral.HasMany(r => r.Results).WithOne().HasForeignKey(r => r.ReferralId);
    }

    public void Configure(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.Property(a => a.Id).ValueGeneratedNever();
        attendance.HasIndex(a => new { a.ReferralId, a.WeekStartsOn }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReferralResult> result) => result.Property(r => r.Id).ValueGeneratedNever();
}
