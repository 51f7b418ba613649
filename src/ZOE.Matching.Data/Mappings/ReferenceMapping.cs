using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Data.Mappings;

internal sealed class ReferenceMapping : IEntityTypeConfiguration<Place>, IEntityTypeConfiguration<Site>, IEntityTypeConfiguration<Instrument>,
    IEntityTypeConfiguration<Reason>, IEntityTypeConfiguration<LegalRule>, IEntityTypeConfiguration<Branch>, IEntityTypeConfiguration<Concept>,
    IEntityTypeConfiguration<ConceptLabel>, IEntityTypeConfiguration<ConceptRelation>, IEntityTypeConfiguration<ConceptCode>
{
    public void Configure(EntityTypeBuilder<Place> place)
    {
        place.HasKey(p => p.Ags);
        place.Property(p => p.Parts).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<Site> site) => site.HasKey(s => s.Code);

    public void Configure(EntityTypeBuilder<Instrument> instrument)
    {
        instrument.HasKey(i => i.Code);
        instrument.Property(i => i.Note).HasMaxLength(2000);
        instrument.Property(i => i.Limits).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<Reason> reason) => reason.HasKey(r => new { r.Kind, r.Code });

    public void Configure(EntityTypeBuilder<LegalRule> rule)
    {
        rule.HasKey(r => r.Code);
        rule.Property(r => r.Text).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<Branch> branch) => branch.HasKey(b => b.Code);

    public void Configure(EntityTypeBuilder<Concept> concept)
    {
        concept.Property(c => c.Id).ValueGeneratedNever();
        concept.HasIndex(c => c.Key).IsUnique();
        concept.HasMany(c => c.Labels).WithOne().HasForeignKey(l => l.ConceptId);
        concept.HasMany(c => c.Codes).WithOne().HasForeignKey(c => c.ConceptId);
        concept.HasOne<Concept>().WithMany().HasForeignKey(c => c.BroaderId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ConceptLabel> label)
    {
        label.Property(l => l.Id).ValueGeneratedNever();
        label.HasIndex(l => l.Text);
    }

    public void Configure(EntityTypeBuilder<ConceptRelation> relation)
    {
        relation.Property(r => r.Id).ValueGeneratedNever();
        relation.HasIndex(r => new { r.FromId, r.ToId, r.Kind }).IsUnique();
        relation.HasOne<Concept>().WithMany().HasForeignKey(r => r.FromId).OnDelete(DeleteBehavior.Restrict);
        relation.HasOne<Concept>().WithMany().HasForeignKey(r => r.ToId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ConceptCode> code)
    {
        code.Property(c => c.Id).ValueGeneratedNever();
        code.HasIndex(c => new { c.Scheme, c.Value });
    }
}
