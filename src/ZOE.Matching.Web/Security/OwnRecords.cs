using ZOE.Matching.Data;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;

namespace ZOE.Matching.Web.Security;

/// <summary>The records that the current user may touch: the one place of all owner filters. What is not in these queries answers 404.</summary>
public sealed class OwnRecords(MatchingDbContext db, CurrentUser user)
{
    private bool IsStaff => user.Role is PortalRole.Coach or PortalRole.TeamLead;

    /// <summary>Own clients: responsible coach, Integrationsfachkraft, or their team.</summary>
    public IQueryable<Client> Clients
    {
        get
        {
            if (!IsStaff) return db.Clients.Where(c => false);
            Guid id = user.Id, team = user.TeamId ?? Guid.Empty;
            return db.Clients.Where(c => c.CoachId == id || c.OfficerId == id || c.TeamId == team);
        }
    }

    /// <summary>Clients for whom this person is the coach or Integrationsfachkraft (the caseload).</summary>
    public IQueryable<Client> Caseload
    {
        get
        {
            if (!IsStaff) return db.Clients.Where(c => false);
            var id = user.Id;
            return db.Clients.Where(c => c.CoachId == id || c.OfficerId == id);
        }
    }

    /// <summary>Employer: its own vacancies. Staff: all (they enter and keep vacancies).</summary>
    public IQueryable<Vacancy> Vacancies
    {
        get
        {
            if (IsStaff) return db.Vacancies;
            var id = EmployerOrNone;
            return db.Vacancies.Where(v => v.EmployerId == id);
        }
    }

    /// <summary>Employer: the own record. Staff: all.</summary>
    public IQueryable<Employer> Employers
    {
        get
        {
            if (IsStaff) return db.Employers;
            var id = EmployerOrNone;
            return db.Employers.Where(e => e.Id == id);
        }
    }

    /// <summary>Provider: its own courses. Staff: all.</summary>
    public IQueryable<Course> Courses
    {
        get
        {
            if (IsStaff) return db.Courses;
            var id = ProviderOrNone;
            return db.Courses.Where(c => c.ProviderId == id);
        }
    }

    /// <summary>Provider: referrals to it. Staff: of own clients.</summary>
    public IQueryable<Referral> Referrals
    {
        get
        {
            if (IsStaff) return db.Referrals.Where(r => Clients.Any(c => c.Id == r.ClientId));
            var id = ProviderOrNone;
            return db.Referrals.Where(r => r.ProviderId == id);
        }
    }

    /// <summary>Employer: proposals to it. Staff: of own clients.</summary>
    public IQueryable<Proposal> Proposals
    {
        get
        {
            if (IsStaff) return db.Proposals.Where(p => Clients.Any(c => c.Id == p.ClientId));
            var id = EmployerOrNone;
            return db.Proposals.Where(p => p.EmployerId == id);
        }
    }

    /// <summary>Employer: placements at it. Staff: of own clients.</summary>
    public IQueryable<Placement> Placements
    {
        get
        {
            if (IsStaff) return db.Placements.Where(p => Clients.Any(c => c.Id == p.ClientId));
            var id = EmployerOrNone;
            return db.Placements.Where(p => p.EmployerId == id);
        }
    }

    /// <summary>Placements that wait for a funding decision: of own clients, and those with a task for this person or for a duty of this person.</summary>
    public IQueryable<Placement> AwaitingFunding
    {
        get
        {
            if (!IsStaff) return db.Placements.Where(p => false);
            IQueryable<Client> clients = Clients;
            var tasks = Tasks.Where(t => t.Kind == WorkTaskKind.DecideFunding && t.DoneAtUtc == null);
            return db.Placements.Where(p => p.State == PlacementState.AwaitingFunding && (clients.Any(c => c.Id == p.ClientId) || tasks.Any(t => t.PlacementId == p.Id)));
        }
    }

    /// <summary>Clients of the own team: what a team lead's figures are made of.</summary>
    public IQueryable<Client> TeamClients
    {
        get
        {
            if (!IsStaff || user.TeamId is not { } team) return db.Clients.Where(c => false);
            return db.Clients.Where(c => c.TeamId == team);
        }
    }

    /// <summary>Own tasks and those for a duty that the user has.</summary>
    public IQueryable<WorkTask> Tasks
    {
        get
        {
            if (!IsStaff) return db.Tasks.Where(t => false);
            var id = user.Id;
            var duties = user.Duties;
            return db.Tasks.Where(t => t.OwnerId == id || (t.OwnerId == null && (t.ForDuty & duties) != Duty.None));
        }
    }

    /// <summary>Inbox of the person or of its organisation.</summary>
    public IQueryable<InboxItem> Inbox
    {
        get
        {
            switch (user.Role)
            {
                case PortalRole.Employer:
                    var employer = EmployerOrNone;
                    return db.Inbox.Where(i => i.EmployerId == employer);
                case PortalRole.Provider:
                    var provider = ProviderOrNone;
                    return db.Inbox.Where(i => i.ProviderId == provider);
                default:
                    var id = user.IsSignedIn ? user.Id : Guid.Empty;
                    return db.Inbox.Where(i => i.UserId == id);
            }
        }
    }

    /// <summary>Searches that the account itself has saved.</summary>
    public IQueryable<SavedSearch> SavedSearches
    {
        get
        {
            var id = user.IsSignedIn ? user.Id : Guid.Empty;
            return db.SavedSearches.Where(s => s.OwnerId == id);
        }
    }

    private Guid EmployerOrNone => user.Role == PortalRole.Employer ? user.EmployerId ?? Guid.Empty : Guid.Empty;

    private Guid ProviderOrNone => user.Role == PortalRole.Provider ? user.ProviderId ?? Guid.Empty : Guid.Empty;
}
