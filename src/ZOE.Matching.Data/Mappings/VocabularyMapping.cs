using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZOE.Matching.Data.Vocabulary;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Data.Mappings;

/// <summary>Imports of the public vocabularies, postcodes, open words.</summary>
internal sealed class VocabularyMapping : IEntityTypeConfiguration<Postcode>, IEntityTypeConfiguration<VocabularyImport>, IEntityTypeConfiguration<StagedConcept>,
    IEntityTypeConfiguration<StagedLabel>, IEntityTypeConfiguration<StagedCode>, IEntityTypeConfiguration<StagedRelation>, IEntityTypeConfiguration<OpenWord>
{
    public void Configure(EntityTypeBuilder<Postcode> postcode) => postcode.HasKey(p => new { p.Code, p.Town });

    public void Configure(EntityTypeBuilder<VocabularyImport> import)
    {
        import.Property(i => i.Id).ValueGeneratedNever();
        import.HasIndex(i => i.StartedAtUtc);
        import.Property(i => i.Report).HasMaxLength(40000);
    }

    public void Configure(EntityTypeBuilder<StagedConcept> row) => row.HasKey(r => new { r.ImportId, r.Id });

    public void Configure(EntityTypeBuilder<StagedLabel> row) => row.HasKey(r => new { r.ImportId, r.Id });

    public void Configure(EntityTypeBuilder<StagedCode> row) => row.HasKey(r => new { r.ImportId, r.Id });

    public void Configure(EntityTypeBuilder<StagedRelation> row) => row.HasKey(r => new { r.ImportId, r.Id });

    public void Configure(EntityTypeBuilder<OpenWord> word)
    {
        word.Property(w => w.Id).ValueGeneratedNever();
        word.HasIndex(w => new { w.Kind, w.Folded }).IsUnique();
        word.HasIndex(w => new { w.State, w.Count });
        word.HasOne<Concept>().WithMany().HasForeignKey(w => w.ConceptId).OnDelete(DeleteBehavior.SetNull);
    }
}
