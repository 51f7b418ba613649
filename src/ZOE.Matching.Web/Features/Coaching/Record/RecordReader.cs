using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Coaching.Record;

/// <summary>Reads all that stands on a client's page; a fixed number of queries. The caller checks ownership and audits.</summary>
public sealed class RecordReader(MatchingDbContext db, TaskReader tasks, MatchFacts facts, TimeProvider clock, IStringLocalizer<Coach> texts)
{
    private const int MostRows = 20;

    public async Task<RecordView?> ReadAsync(Guid clientId, CancellationToken stop)
    {
        var today = clock.Today();
        var client = await db.Clients.AsNoTracking().AsSplitQuery().Include(c => c.Person)
            .Include(c => c.Profile).ThenInclude(e => e.Evidence).Include(c => c.LanguageEvidence).Include(c => c.Consents).ThenInclude(c => c.End)
            .SingleOrDefaultAsync(c => c.Id == clientId, stop);
        if (client is null) return null;
        var proposals = await db.Proposals.Where(p => p.ClientId == clientId).OrderByDescending(p => p.ProposedAtUtc).Take(MostRows)
            .Select(p => new ProposalRow(p.Id, db.Vacancies.Where(v => v.Id == p.VacancyId).Select(v => v.Title).First(), db.Employers.Where(e => e.Id == p.EmployerId).Select(e => e.Name).First(), p.State, p.ProposedAtUtc, p.AnswerUntil))
            .ToListAsync(stop);
        var referrals = await db.Referrals.Where(r => r.ClientId == clientId).OrderByDescending(r => r.ReferredAtUtc).Take(MostRows)
            .Join(db.Courses, r => r.CourseId, c => c.Id, (r, c) => new { r, c })
            .Select(x => new ReferralRow(x.r.Id, x.c.Id, x.c.Title, db.Providers.Where(p => p.Id == x.r.ProviderId).Select(p => p.Name).First(), x.r.State, x.c.StartsOn, x.c.EndsOn))
            .ToListAsync(stop);
        var placements = await db.Placements.Where(p => p.ClientId == clientId).OrderByDescending(p => p.StartOn).Take(MostRows)
            .Select(p => new PlacementRow(p.Id, p.Kind, db.Employers.Where(e => e.Id == p.EmployerId).Select(e => e.Name).First(), p.StartOn, p.EndOn, p.State, p.Outcome))
            .ToListAsync(stop);
        var open = await tasks.ReadAsync(db.Tasks.Where(t => t.ClientId == clientId && t.DoneAtUtc == null).OrderBy(t => t.DueOn).Take(MostRows), stop);
        var waiting = await db.ObservedCompetences.CountAsync(o => o.State == ObservationState.Waiting && db.Placements.Any(p => p.Id == o.PlacementId && p.ClientId == clientId), stop)
            + await db.Referrals.Where(r => r.ClientId == clientId).SelectMany(r => r.Results).CountAsync(r => r.State == ObservationState.Waiting, stop);
        var openVacancies = facts.OpenVacancies;
        var fitting = await db.Matches.CountAsync(m => m.ClientId == clientId && openVacancies.Any(v => v.Id == m.VacancyId)
            && !db.Proposals.Any(p => p.ClientId == clientId && p.VacancyId == m.VacancyId), stop);
        var people = await db.Users.Where(u => u.Id == client.CoachId || u.Id == client.OfficerId).Select(u => new { u.Id, u.DisplayName }).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        var searchable = ConsentRules.ActiveSearch(client.Consents, today);
        var next = NextActions.Of(new ClientStanding(
            open.FirstOrDefault()?.DueOn, waiting, client.Profile.Count(e => !e.Retired), client.GermanSpoken, searchable is not null, fitting,
            proposals.Any(p => p.State is ProposalState.Sent or ProposalState.Interview or ProposalState.Accepted)
                || placements.Any(p => p.State is PlacementState.AwaitingFunding or PlacementState.Planned or PlacementState.Running),
            client.LastContactOn), today);
        return new RecordView
        {
            Client = client,
            Next = next,
            NextHref = HrefOf(next, clientId, open.FirstOrDefault()),
            Profile = ProfileOf(client, today),
            Searchable = searchable,
            Proposals = proposals,
            Referrals = referrals,
            Placements = placements,
            Tasks = open,
            History = HistoryOf(client, proposals, placements),
            Coach = people.GetValueOrDefault(client.CoachId, "–"),
            Officer = client.OfficerId is { } officer ? people.GetValueOrDefault(officer) : null,
            Place = await db.Places.Where(p => p.Ags == client.PlaceAgs).Select(p => p.Name).SingleOrDefaultAsync(stop),
            Fitting = fitting,
            Waiting = waiting,
            Today = today,
        };
    }

    private static List<ProfileRow> ProfileOf(Client client, DateOnly today) =>
        [.. EvidenceMerge.Profile(client, today).OrderBy(l => l.Kind).ThenByDescending(l => l.Current?.Kind).ThenBy(l => l.Typed)
            .Select(l => new ProfileRow(l.Kind, l.Typed, l.ConceptId is not null, l.Years, l.Current))];

    private static string? HrefOf(NextAction next, Guid clientId, TaskRow? task) => next switch
    {
        NextAction.DoTask => task?.Href ?? "/coaching/tasks",
        NextAction.ConfirmCompetences => $"/coaching/clients/{clientId}/confirmations",
        NextAction.FillProfile => $"/coaching/clients/{clientId}/profile",
        NextAction.ProveGerman => $"/coaching/clients/{clientId}/profile#german",
        NextAction.RecordConsent => $"/coaching/clients/{clientId}/consent",
        NextAction.LookAtVacancies => $"/coaching/clients/{clientId}/vacancies",
        NextAction.Talk => $"/coaching/tasks?clientId={clientId}#new",
        NextAction.Wait => null,
    };

    private List<HistoryRow> HistoryOf(Client client, IEnumerable<ProposalRow> proposals, IEnumerable<PlacementRow> placements)
    {
        var rows = client.Consents.Select(c => new HistoryRow(c.RecordedAtUtc, texts["History.Consent", Label.Of(c.Scope)]))
            .Concat(client.Consents.Where(c => c.End is not null).Select(c => new HistoryRow(c.End!.EndedAtUtc, texts["History.ConsentEnded", Label.Of(c.Scope)])))
            .Concat(client.Profile.SelectMany(e => e.Evidence, (entry, proof) => new HistoryRow(proof.RecordedAtUtc, texts["History.Evidence", entry.Typed, Label.Of(proof.Kind), proof.Source])))
            .Concat(client.LanguageEvidence.Select(e => new HistoryRow(e.RecordedAtUtc, texts["History.Language", Label.Of(e.Skill), Label.Of(e.Level), e.Source])))
            .Concat(proposals.Select(p => new HistoryRow(p.ProposedAtUtc, texts["History.Proposal", p.Vacancy, p.Employer])))
            .Concat(placements.Select(p => new HistoryRow(LegalDay.StartsAtUtc(p.StartOn), texts["History.Placement", Label.Of(p.Kind), p.Employer])))
            .Append(new HistoryRow(client.CreatedAtUtc, texts["History.Created"]));
        return [.. rows.OrderByDescending(r => r.AtUtc).Take(MostRows)];
    }
}
