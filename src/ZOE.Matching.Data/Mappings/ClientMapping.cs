using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Data.Mappings;

internal sealed class ClientMapping : IEntityTypeConfiguration<Client>, IEntityTypeConfiguration<ClientPerson>,
    IEntityTypeConfiguration<ProfileEntry>, IEntityTypeConfiguration<CompetenceEvidence>, IEntityTypeConfiguration<LanguageEvidence>,
    IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<ConsentEnd>
{
    public void Configure(EntityTypeBuilder<Client> client)
    {
        client.HasIndex(c => c.VerbisNumber).IsUnique();
        client.HasIndex(c => c.Pseudonym).IsUnique();
        client.HasIndex(c => c.CoachId);
        client.HasIndex(c => c.OfficerId);
        client.HasIndex(c => c.TeamId);
        client.Property(c => c.WantedForms).HasConversion<FormsConverter>(FormsConverter.Comparer);
        client.Property(c => c.Wish).HasMaxLength(2000);
        client.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.CoachId).OnDelete(DeleteBehavior.Restrict);
        client.HasOne<Team>().WithMany().HasForeignKey(c => c.TeamId).OnDelete(DeleteBehavior.Restrict);
        client.HasOne<Place>().WithMany().HasForeignKey(c => c.PlaceAgs).OnDelete(DeleteBehavior.Restrict);
        client.HasOne(c => c.Person).WithOne().HasForeignKey<ClientPerson>(p => p.ClientId);
        client.HasMany(c => c.Profile).WithOne().HasForeignKey(e => e.ClientId);
        client.HasMany(c => c.LanguageEvidence).WithOne().HasForeignKey(e => e.ClientId);
        client.HasMany(c => c.Consents).WithOne().HasForeignKey(c => c.ClientId);
    }

    public void Configure(EntityTypeBuilder<ClientPerson> person)
    {
        person.HasKey(p => p.ClientId);
        person.Property(p => p.Notes).HasMaxLength(4000);
    }

    public void Configure(EntityTypeBuilder<ProfileEntry> entry)
    {
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.HasMany(e => e.Evidence).WithOne().HasForeignKey(e => e.EntryId);
        entry.HasOne<Concept>().WithMany().HasForeignKey(e => e.ConceptId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CompetenceEvidence> evidence)
    {
        evidence.Property(e => e.Id).ValueGeneratedNever();
        evidence.HasIndex(e => e.ClientId);
    }

    public void Configure(EntityTypeBuilder<LanguageEvidence> evidence) => evidence.Property(e => e.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.Property(c => c.Id).ValueGeneratedNever();
        consent.HasIndex(c => new { c.Scope, c.ValidUntil });
        // Whether one client has a consent that holds: without its own index, SQLite reads all consents of the scope for each client.
        consent.HasIndex(c => new { c.ClientId, c.Scope, c.ValidUntil });
        consent.HasIndex(c => c.VacancyId);
        consent.HasOne(c => c.End).WithOne().HasForeignKey<ConsentEnd>(e => e.ConsentId);
    }

    public void Configure(EntityTypeBuilder<ConsentEnd> end)
    {
        end.HasKey(e => e.ConsentId);
        end.HasIndex(e => e.ClientId);
    }
}
