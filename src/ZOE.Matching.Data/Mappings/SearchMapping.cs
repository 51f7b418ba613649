using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain.Searches;

namespace ZOE.Matching.Data.Mappings;

internal sealed class SearchMapping : IEntityTypeConfiguration<SavedSearch>, IEntityTypeConfiguration<SavedSearchHit>, IEntityTypeConfiguration<DemandReport>
{
    public void Configure(EntityTypeBuilder<SavedSearch> search)
    {
        search.ToTable("SavedSearches");
        search.HasIndex(s => s.OwnerId);
        search.HasIndex(s => new { s.StoppedAtUtc, s.NextLookAtUtc });
        search.Property(s => s.Filters).HasMaxLength(16000);
        search.Ignore(s => s.Criteria);
        search.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SavedSearchHit> hit)
    {
        hit.ToTable("SavedSearchHits");
        hit.HasKey(h => new { h.SearchId, h.RecordId });
        hit.HasIndex(h => h.LookId);
        hit.HasOne<SavedSearch>().WithMany().HasForeignKey(h => h.SearchId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DemandReport> report)
    {
        report.ToTable("DemandReports");
        report.HasIndex(r => r.OnceKey).IsUnique();
        report.HasIndex(r => r.ReportedOn);
    }
}
