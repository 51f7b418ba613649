using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Seed;
using ZOE.Matching.Domain;

namespace ZOE.Matching.Web.Tests.Kills;

/// <summary>Employers who answer by the links of their mails.</summary>
internal sealed partial class LinkWork(KillDesk desk, string mailFolder, int seed) : KillWork
{
    private readonly KillUser _user = desk.NewUser(null);
    private readonly Random _random = new(seed);
    private readonly HashSet<string> _read = [];
    private readonly Queue<(string Path, string Token)> _links = new();

    protected override async Task StepAsync()
    {
        if (_links.Count == 0) ReadNewMails();
        if (_links.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            return;
        }

        var (path, token) = _links.Peek();
        var page = await _user.OpenAsync(path);
        // Without a form it was answered before the kill, or is no longer needed.
        if (page.Document.QuerySelector("main form.zoe-form") is { } form)
        {
            var offered = form.QuerySelectorAll("input[name=Answer]").Select(i => i.GetAttribute("value")!).ToList();
            var answer = path.Contains("/proposal/", StringComparison.Ordinal) ? ProposalAnswer() : offered[0];
            var reason = form.QuerySelectorAll("select[name=Reason] option").Select(o => o.GetAttribute("value")).FirstOrDefault(v => !string.IsNullOrEmpty(v));
            if (await _user.SendAsync(page, "main form.zoe-form", [("Answer", answer), ("Reason", answer == nameof(Domain.Proposals.ProposalAnswer.No) ? reason : "")]))
                desk.Journal.Write("answer", token, answer);
        }

        _links.Dequeue();
    }

    private string ProposalAnswer() => (_random.Next(10) switch { 0 => Domain.Proposals.ProposalAnswer.No, 1 => Domain.Proposals.ProposalAnswer.Interview, _ => Domain.Proposals.ProposalAnswer.Yes }).ToString();

    private void ReadNewMails()
    {
        foreach (var file in Letters.Files(mailFolder).Where(_read.Add))
        {
            using var mail = MimeMessage.Load(file);
            if (Answerable().Match(mail.TextBody ?? "") is { Success: true } link) _links.Enqueue((link.Value, link.Groups[1].Value));
        }
    }

    [GeneratedRegex("/answer/(?:proposal|follow-up)/([A-Za-z0-9_-]+)")]
    private static partial Regex Answerable();

    public override void Dispose() => _user.Dispose();
}

/// <summary>Employers who register one after the other.</summary>
internal sealed class RegisterWork(KillDesk desk) : KillWork
{
    private readonly KillUser _user = desk.NewUser(null);
    private int _number;

    protected override async Task StepAsync()
    {
        var name = $"Neubetrieb {++_number:00000} GmbH";
        var page = await _user.OpenAsync("/account/register-employer");
        var branch = page.Document.QuerySelectorAll("select[name=BranchCode] option").Select(o => o.GetAttribute("value")).First(v => !string.IsNullOrEmpty(v));
        if (await _user.SendAsync(page, "main form.zoe-form", [("CompanyName", name), ("BranchCode", branch), ("Street", "Neue Straße 1"), ("Postcode", "30159"), ("PlaceAgs", Fakes.City),
            ("ContactName", "Frau Neu"), ("Email", $"neu{_number}@kill.example"), ("Phone", "0511 123456"), ("NewPassword", KillField.Password), ("Repeated", KillField.Password)]))
            desk.Journal.Write("employer", name, $"neu{_number}@kill.example");
        // Registrations are rare beside the rest, and hashing costs.
        await Task.Delay(TimeSpan.FromMilliseconds(700), TimeProvider.System);
    }

    public override void Dispose() => _user.Dispose();
}

/// <summary>A Träger who enters courses and publishes them.</summary>
internal sealed class CourseWork(KillDesk desk, KillField field) : KillWork
{
    private readonly KillUser _user = desk.NewUser(field.Provider.Email);
    private int _number;

    protected override async Task StepAsync()
    {
        var title = $"Kurs {++_number:00000}";
        var starts = LegalDay.Of(TimeProvider.System.NowUtc()).AddDays(60);
        var page = await _user.OpenAsync("/providers/courses/new");
        if (!await _user.SendAsync(page, "main form.zoe-form", [("Form.Title", title), ("Form.InstrumentCode", "DeutschFuerDenBeruf"), ("Form.BranchCode", "Technical"), ("Form.AccessRoute", nameof(AccessRoute.Assignment)),
            ("Form.StartsOn", Day(starts)), ("Form.EndsOn", Day(starts.AddDays(90))), ("Form.EnrolUntil", Day(starts.AddDays(-7))), ("Form.HoursPerWeek", "20"), ("Form.Mode", nameof(CourseMode.PartTime)),
            ("Form.PlaceAgs", Fakes.City), ("Form.Seats", "12"), ("Form.LevelFrom", nameof(CefrLevel.A2)), ("Form.LevelTo", nameof(CefrLevel.B1)), ("Form.Competences[0]", "Schweißen")])) return;
        desk.Journal.Write("course", title);
        var course = await _user.OpenAsync(_user.Target);
        if (await _user.SendAsync(course, "#publish", []) && !await _user.WasRefusedAsync()) desk.Journal.Write("publish", title);
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override void Dispose() => _user.Dispose();
}

/// <summary>Somebody on the demo page who lets the jobs run, beside their own ticks.</summary>
internal sealed class JobWork(KillDesk desk) : KillWork
{
    private readonly KillUser _user = desk.NewUser(null);

    protected override async Task StepAsync()
    {
        await _user.SendAsync(await _user.OpenAsync("/dev"), "form[action='/dev/jobs']", [], job: true);
        await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System);
    }

    public override void Dispose() => _user.Dispose();
}
