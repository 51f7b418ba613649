using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Data.Jobs;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Data.Vocabulary;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Domain.Work;

namespace ZOE.Matching.Data;

/// <summary>The database, the only truth. One class a provider derives from it, for its migrations.</summary>
public abstract class MatchingDbContext(DbContextOptions options, WriteGate gate)
    : IdentityUserContext<PortalUser, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Client> Clients => Set<Client>();
    public DbSet<ClientPerson> ClientPersons => Set<ClientPerson>();
    public DbSet<ProfileEntry> ProfileEntries => Set<ProfileEntry>();
    public DbSet<CompetenceEvidence> CompetenceEvidence => Set<CompetenceEvidence>();
    public DbSet<LanguageEvidence> LanguageEvidence => Set<LanguageEvidence>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<ConsentEnd> ConsentEnds => Set<ConsentEnd>();
    public DbSet<Employer> Employers => Set<Employer>();
    public DbSet<EmployerContact> EmployerContacts => Set<EmployerContact>();
    public DbSet<ContactLogEntry> ContactLog => Set<ContactLogEntry>();
    public DbSet<Vacancy> Vacancies => Set<Vacancy>();
    public DbSet<VacancyRequirement> VacancyRequirements => Set<VacancyRequirement>();
    public DbSet<Provider> Providers => Set<Provider>();
    public DbSet<Course> Courses => Set<Course>();
    public DbSet<CourseGain> CourseGains => Set<CourseGain>();
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<Placement> Placements => Set<Placement>();
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();
    public DbSet<ObservedCompetence> ObservedCompetences => Set<ObservedCompetence>();
    public DbSet<FundingDecision> FundingDecisions => Set<FundingDecision>();
    public DbSet<MatchRow> Matches => Set<MatchRow>();
    public DbSet<CardRow> Cards => Set<CardRow>();
    public DbSet<WorkTask> Tasks => Set<WorkTask>();
    public DbSet<InboxItem> Inbox => Set<InboxItem>();
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();
    public DbSet<SavedSearchHit> SavedSearchHits => Set<SavedSearchHit>();
    public DbSet<DemandReport> DemandReports => Set<DemandReport>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<Place> Places => Set<Place>();
    public DbSet<Site> Sites => Set<Site>();
    public DbSet<Concept> Concepts => Set<Concept>();
    public DbSet<ConceptLabel> ConceptLabels => Set<ConceptLabel>();
    public DbSet<ConceptRelation> ConceptRelations => Set<ConceptRelation>();
    public DbSet<ConceptCode> ConceptCodes => Set<ConceptCode>();
    public DbSet<Postcode> Postcodes => Set<Postcode>();
    public DbSet<VocabularyImport> VocabularyImports => Set<VocabularyImport>();
    public DbSet<StagedConcept> StagedConcepts => Set<StagedConcept>();
    public DbSet<StagedLabel> StagedLabels => Set<StagedLabel>();
    public DbSet<StagedCode> StagedCodes => Set<StagedCode>();
    public DbSet<StagedRelation> StagedRelations => Set<StagedRelation>();
    public DbSet<OpenWord> OpenWords => Set<OpenWord>();
    public DbSet<Branch> Branches => Set<Branch>();
    public DbSet<Instrument> Instruments => Set<Instrument>();
    public DbSet<Reason> Reasons => Set<Reason>();
    public DbSet<LegalRule> LegalRules => Set<LegalRule>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<AnswerLink> AnswerLinks => Set<AnswerLink>();
    public DbSet<LinkKey> LinkKeys => Set<LinkKey>();
    public DbSet<MailItem> Mails => Set<MailItem>();
    public DbSet<ProjectionTask> ProjectionTasks => Set<ProjectionTask>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Says that the caller edited this version: the save is refused (<see cref="DbUpdateConcurrencyException"/>) when someone else was faster.</summary>
    public void Expect(Aggregate aggregate, int version) => Entry(aggregate).Property(nameof(Aggregate.Version)).OriginalValue = version;

    /// <summary>Runs reads and writes in one transaction that is the only writing one of this process (SQLite). Nested calls join the outer one.</summary>
    public async Task<T> InWriteTransactionAsync<T>(Func<Task<T>> work, CancellationToken stop = default)
    {
        if (Database.CurrentTransaction is not null) return await work();
        await gate.EnterAsync(stop);
        try
        {
            await using var transaction = await Database.BeginTransactionAsync(stop);
            var result = await work();
            await transaction.CommitAsync(stop);
            return result;
        }
        catch (Exception exception) when (LostRaces.IsIn(exception))
        {
            throw new DbUpdateConcurrencyException("The database chose another writer; all of this one is rolled back.", exception);
        }
        finally
        {
            gate.Leave();
        }
    }

    /// <inheritdoc cref="InWriteTransactionAsync{T}(Func{Task{T}}, CancellationToken)"/>
    public Task InWriteTransactionAsync(Func<Task> work, CancellationToken stop = default) =>
        InWriteTransactionAsync(async () =>
        {
            await work();
            return true;
        }, stop);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        if (!ChangeTracker.HasChanges()) return Task.FromResult(0);
        return InWriteTransactionAsync(async () =>
        {
            SaveRules.RefuseChangesOfAppendOnlyRows(ChangeTracker);
            await SaveRules.RaiseVersionsAsync(this, cancellationToken);
            var raised = await Projections.ProjectionRules.TouchedAsync(this, cancellationToken);
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            await Projections.ProjectionTasks.RaiseAsync(this, raised, cancellationToken);
            return rows;
        }, cancellationToken);
    }

    /// <summary>Only for the key ring, whose library saves synchronously; every other save is asynchronous and keeps the rules.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(entry => entry.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Save asynchronously: SaveChangesAsync.");

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        // Ordered or combined in queries, hence numbers.
        conventions.Properties<CefrLevel>().HaveConversion<int>();
        conventions.Properties<SkillLevel>().HaveConversion<int>();
        conventions.Properties<Shifts>().HaveConversion<int>();
        conventions.Properties<Duty>().HaveConversion<int>();
        conventions.Properties<string>().HaveMaxLength(400);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(MatchingDbContext).Assembly);
        builder.Entity<DataProtectionKey>().Property(k => k.Xml).HasMaxLength(8000);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => typeof(Aggregate).IsAssignableFrom(t.ClrType)))
            builder.Entity(type.ClrType).Property(nameof(Aggregate.Version)).IsConcurrencyToken();
    }
}

/// <summary>The database as a SQLite file (embedded default).</summary>
public sealed class SqliteMatchingDbContext(DbContextOptions<SqliteMatchingDbContext> options, WriteGate gate) : MatchingDbContext(options, gate);

/// <summary>The database in PostgreSQL (production).</summary>
public sealed class PostgresMatchingDbContext(DbContextOptions<PostgresMatchingDbContext> options, WriteGate gate) : MatchingDbContext(options, gate);
