using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Data.Jobs;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Work;

namespace ZOE.Matching.Data.Mappings;

internal sealed class WorkMapping : IEntityTypeConfiguration<WorkTask>, IEntityTypeConfiguration<InboxItem>, IEntityTypeConfiguration<MailItem>,
    IEntityTypeConfiguration<AnswerLink>, IEntityTypeConfiguration<LinkKey>, IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<JobRun>,
    IEntityTypeConfiguration<Setting>, IEntityTypeConfiguration<ProjectionTask>, IEntityTypeConfiguration<PortalUser>,
    IEntityTypeConfiguration<CardRow>
{
    public void Configure(EntityTypeBuilder<WorkTask> task)
    {
        task.HasIndex(t => t.BusinessKey).IsUnique();
        task.HasIndex(t => new { t.OwnerId, t.DoneAtUtc, t.DueOn });
        task.HasIndex(t => new { t.ForDuty, t.DoneAtUtc });
        task.Property(t => t.Text).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<InboxItem> item)
    {
        item.HasIndex(i => i.BusinessKey).IsUnique();
        item.HasIndex(i => new { i.UserId, i.CreatedAtUtc });
        item.HasIndex(i => new { i.EmployerId, i.CreatedAtUtc });
        item.HasIndex(i => new { i.ProviderId, i.CreatedAtUtc });
    }

    public void Configure(EntityTypeBuilder<MailItem> mail)
    {
        mail.HasIndex(m => m.BusinessKey).IsUnique();
        mail.HasIndex(m => new { m.State, m.NotBeforeUtc });
    }

    public void Configure(EntityTypeBuilder<AnswerLink> link)
    {
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => l.RecordId);
    }

    public void Configure(EntityTypeBuilder<LinkKey> key)
    {
        key.HasKey(k => k.KeyId);
        key.Property(k => k.ProtectedKey).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.HasKey(e => e.Id);
        entry.HasIndex(e => e.AtUtc);
        entry.Property(e => e.Subjects).HasMaxLength(40000);
    }

    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.HasKey(r => r.Name);
        run.Property(r => r.Error).HasMaxLength(4000);
    }

    public void Configure(EntityTypeBuilder<Setting> setting)
    {
        setting.HasKey(s => s.Key);
        setting.Property(s => s.Value).HasMaxLength(4000);
    }

    public void Configure(EntityTypeBuilder<ProjectionTask> task)
    {
        task.HasKey(t => new { t.Kind, t.RecordId });
        task.Property(t => t.LastError).HasMaxLength(4000);
    }

    public void Configure(EntityTypeBuilder<CardRow> card)
    {
        card.HasKey(c => c.ClientId);
        card.Property(c => c.Card).HasMaxLength(8000);
        card.HasOne<Client>().WithOne().HasForeignKey<CardRow>(c => c.ClientId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PortalUser> user)
    {
        user.HasIndex(u => u.EmployerId);
        user.HasIndex(u => u.ProviderId);
        user.HasOne<Employer>().WithMany().HasForeignKey(u => u.EmployerId).OnDelete(DeleteBehavior.Restrict);
        user.HasOne<Provider>().WithMany().HasForeignKey(u => u.ProviderId).OnDelete(DeleteBehavior.Restrict);
    }
}
