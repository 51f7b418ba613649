using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;

namespace ZOE.Matching.Web.Tests.Kills;

/// <summary>How far a client has come on the way from the first entry to the placement.</summary>
internal enum ChainStep
{
    Enter,
    Yes,
    Propose,
    AwaitAnswer,
    Release,
    Place,
    Done,
}

/// <summary>One client's way. After a kill the step may or may not have had its effect: like a careful user, the coach looks before doing it again.</summary>
internal sealed class Chain(string number, Vacancy vacancy)
{
    public string Number => number;

    public Vacancy Vacancy => vacancy;

    public ChainStep Step { get; set; }

    public bool Unsure { get; set; }

    public Guid ClientId { get; set; }

    public Guid ProposalId { get; set; }
}

/// <summary>A coach who takes client after client from the first entry to the placement.</summary>
internal sealed class CoachWork(KillDesk desk, KillField field, int index, int seed) : KillWork
{
    private readonly KillUser _user = desk.NewUser(field.Coaches[index].Email);
    private readonly Random _random = new(seed + index);
    private readonly List<Chain> _chains = [];
    private int _numbers;

    protected override async Task StepAsync()
    {
        // As many on their way as a coach has in mind at once; the rest waits for answers.
        if (_chains.Count(c => c.Step is not (ChainStep.Done or ChainStep.AwaitAnswer)) < 2)
            _chains.Add(new Chain($"K{index}-{++_numbers:00000}", field.Vacancies[_random.Next(field.Vacancies.Count)]));
        var open = _chains.Where(c => c.Step != ChainStep.Done).ToList();
        // Who has come furthest goes first; now and then an answer is looked for.
        var chain = _random.Next(4) == 0 ? open[_random.Next(open.Count)] : open.Where(c => c.Step != ChainStep.AwaitAnswer).MaxBy(c => c.Step) ?? open[0];
        if (chain.Unsure || chain.Step == ChainStep.AwaitAnswer) await LookAsync(chain);
        if (chain.Step is ChainStep.AwaitAnswer or ChainStep.Done) return;
        chain.Unsure = true;
        await DoAsync(chain);
        chain.Unsure = false;
    }

    private Task DoAsync(Chain chain) => chain.Step switch
    {
        ChainStep.Enter => EnterAsync(chain),
        ChainStep.Yes => YesAsync(chain),
        ChainStep.Propose => ProposeAsync(chain),
        ChainStep.Release => ReleaseAsync(chain),
        ChainStep.Place => PlaceAsync(chain),
        ChainStep.AwaitAnswer or ChainStep.Done => throw new InvalidOperationException("Nothing to do."),
    };

    private async Task EnterAsync(Chain chain)
    {
        var page = await _user.OpenAsync("/coaching/clients/new");
        if (!await _user.SendAsync(page, "main form.zoe-form", [("Form.FirstName", "Vorname"), ("Form.LastName", $"Nachname{chain.Number}"), ("Form.VerbisNumber", chain.Number), ("Form.EntryOn", "2026-06-01"),
            ("Form.WorkPermission", nameof(WorkPermission.Allowed)), ("Form.ContactLanguage", "Deutsch")])) return;
        desk.Journal.Write("client", chain.Number);
        chain.ClientId = Guid.Parse(_user.Target.Split('/')[^1]);
        chain.Step = ChainStep.Yes;
    }

    private string VacancyPath(Chain chain) => $"/coaching/clients/{chain.ClientId}/vacancies/{chain.Vacancy.Id}";

    private async Task YesAsync(Chain chain)
    {
        var page = await _user.OpenAsync(VacancyPath(chain));
        if (!await _user.SendAsync(page, "form[action$='/yes']", [("YesForm.Way", nameof(ConsentWay.Paper)), ("YesForm.TextWasTold", "true")])) return;
        desk.Journal.Write("yes", chain.Number, chain.Vacancy.Id.ToString());
        chain.Step = ChainStep.Propose;
    }

    private async Task ProposeAsync(Chain chain)
    {
        var page = await _user.OpenAsync(VacancyPath(chain));
        if (!await _user.SendAsync(page, "form[action$='/propose']", [("Propose.Message", "Motiviert und gut vorbereitet.")])) return;
        chain.ProposalId = Guid.Parse(_user.Target.Split('/')[^1]);
        desk.Journal.Write("proposal", chain.Number, chain.ProposalId.ToString());
        chain.Step = ChainStep.AwaitAnswer;
    }

    private async Task ReleaseAsync(Chain chain)
    {
        var page = await _user.OpenAsync($"/coaching/proposals/{chain.ProposalId}");
        if (!await _user.SendAsync(page, "form[action$='/release']", []) || await _user.WasRefusedAsync()) return;
        desk.Journal.Write("release", chain.ProposalId.ToString());
        await LookAsync(chain);
    }

    private async Task PlaceAsync(Chain chain)
    {
        var page = await _user.OpenAsync($"/coaching/placements/new?proposalId={chain.ProposalId}");
        var start = LegalDay.Of(TimeProvider.System.NowUtc() + desk.Ahead);
        var kind = chain.Vacancy.Kind;
        DateOnly? end = kind == PlacementKind.Job ? null : start.AddDays((_random.Next(2) == 0 ? FollowUpOracle.ShortDays : FollowUpOracle.LongDays) - 1);
        // Most jobs are subsidised: such a one waits for a decision, and begins long after the run.
        var basis = kind == PlacementKind.Internship ? LegalBasis.Mag : _random.Next(4) > 0 ? LegalBasis.Egz : LegalBasis.None;
        var applied = basis == LegalBasis.Egz ? $"{start:yyyy-MM-dd}" : "";
        if (basis == LegalBasis.Egz) start = start.AddDays(60);
        if (!await _user.SendAsync(page, "main form.zoe-form", [
            ("Kind", kind.ToString()), ("LegalBasis", basis.ToString()), ("AppliedOn", applied), ("StartOn", $"{start:yyyy-MM-dd}"), ("EndOn", $"{end:yyyy-MM-dd}"),
            ("HoursPerWeek", "30"), ("Insurance", (kind == PlacementKind.Job ? InsuranceKind.Insured : InsuranceKind.None).ToString()), ("Mentor", "Meister"), ("WarningReason", "Im Test geprüft.")])) return;
        desk.Journal.Write("placement", chain.ProposalId.ToString(), $"{kind}|{start:yyyy-MM-dd}|{end:yyyy-MM-dd}");
        chain.Step = ChainStep.Done;
    }

    /// <summary>Reads from the records how far it really is.</summary>
    private async Task LookAsync(Chain chain)
    {
        await desk.Source.WriteAsync(async db =>
        {
            var clientId = await db.Clients.Where(c => c.VerbisNumber == chain.Number).Select(c => (Guid?)c.Id).SingleOrDefaultAsync();
            if (clientId is null) return;
            chain.ClientId = clientId.Value;
            var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.ClientId == clientId);
            var hasYes = await db.Consents.AnyAsync(c => c.ClientId == clientId && c.VacancyId == chain.Vacancy.Id);
            var isPlaced = await db.Placements.AnyAsync(p => p.ClientId == clientId);
            chain.ProposalId = proposal?.Id ?? Guid.Empty;
            chain.Step = proposal switch
            {
                _ when isPlaced => ChainStep.Done,
                null => hasYes ? ChainStep.Propose : ChainStep.Yes,
                { State: ProposalState.Sent } => ChainStep.AwaitAnswer,
                { State: ProposalState.Accepted, IsReleased: true } => ChainStep.Place,
                { State: ProposalState.Interview or ProposalState.Accepted, IsReleased: false } => ChainStep.Release,
                _ => ChainStep.Done,
            };
        });
        chain.Unsure = false;
    }

    public override void Dispose() => _user.Dispose();
}
