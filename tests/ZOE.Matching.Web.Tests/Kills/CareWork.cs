using System.Globalization;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Web.Tests.Kills;

/// <summary>A coach who writes down what clients can do and refers them to courses. What a kill left unsure is left alone: it may be there once, never twice.</summary>
internal sealed class CareWork(KillDesk desk, KillField field) : KillWork
{
    private readonly KillUser _user = desk.NewUser(field.Coaches[0].Email);
    private readonly HashSet<(Guid Client, Guid Course)> _referred = [];
    private int _number;

    protected override async Task StepAsync()
    {
        await ProveAsync(field.Clients.ElementAt(++_number % field.Clients.Count));
        await ReferAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System);
    }

    private async Task ProveAsync(Guid clientId)
    {
        var typed = $"Fertigkeit {_number:00000}";
        var page = await _user.OpenAsync($"/coaching/clients/{clientId}/profile");
        if (await _user.SendAsync(page, "form[action$='/profile']", [("Form.Kind", nameof(ConceptKind.Competence)), ("Form.Typed", typed), ("Form.Level", nameof(SkillLevel.Independent)),
            ("Form.Evidence", nameof(EvidenceKind.SelfStated)), ("Form.Source", "Gespräch"), ("Form.On", OtherDays.Today(0))]) && !await _user.WasRefusedAsync())
            desk.Journal.Write("evidence", typed, clientId.ToString());
    }

    private async Task ReferAsync()
    {
        var open = field.Clients.SelectMany(client => field.Courses.Select(course => (Client: client, Course: course.Id))).Where(pair => !_referred.Contains(pair)).ToList();
        if (open.Count == 0) return;
        var (clientId, courseId) = open[0];
        var page = await _user.OpenAsync($"/coaching/courses/{courseId}?clientId={clientId}");
        _referred.Add((clientId, courseId));
        if (await _user.SendAsync(page, "form[action$='/refer']", []) && !await _user.WasRefusedAsync()) desk.Journal.Write("referral", clientId.ToString(), courseId.ToString());
    }

    public override void Dispose() => _user.Dispose();
}

/// <summary>A Träger who accepts referrals, and gives every fourth one back.</summary>
internal sealed class ReferralWork(KillDesk desk, KillField field) : KillWork
{
    private readonly KillUser _user = desk.NewUser(field.Provider.Email);
    private int _number;

    protected override async Task StepAsync()
    {
        var list = await _user.OpenAsync("/providers/referrals?state=Sent");
        if (list.Document.QuerySelector("main table a[href^='/providers/referrals/']")?.GetAttribute("href") is not { } address)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System);
            return;
        }

        var page = await _user.OpenAsync(address);
        var reason = page.Document.QuerySelectorAll("#return select option").Select(o => o.GetAttribute("value")).FirstOrDefault(v => !string.IsNullOrEmpty(v));
        var returns = ++_number % 4 == 0;
        if (await _user.SendAsync(page, returns ? "#return" : "#accept", returns ? [("Return.Reason", reason)] : []) && !await _user.WasRefusedAsync())
            desk.Journal.Write("referral-answer", address.Split('/')[^1], returns ? "returned" : "accepted");
    }

    public override void Dispose() => _user.Dispose();
}

/// <summary>An Integrationsfachkraft who decides on money, every third time with a no.</summary>
internal sealed class FundingWork(KillDesk desk, KillField field) : KillWork
{
    private readonly KillUser _user = desk.NewUser(field.Officer.Email);
    private int _number;

    protected override async Task StepAsync()
    {
        var list = await _user.OpenAsync("/coaching/funding");
        if (list.Document.QuerySelector("main table a[href^='/coaching/funding/']")?.GetAttribute("href") is not { } address)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System);
            return;
        }

        var page = await _user.OpenAsync(address);
        var granted = ++_number % 3 != 0;
        var today = OtherDays.Today(desk.Ahead.Days);
        if (await _user.SendAsync(page, "main form.zoe-form", [("Granted", granted ? "true" : "false"), ("AppliedOn", today), ("DecidedOn", today)]) && !await _user.WasRefusedAsync())
            desk.Journal.Write("funding", address.Split('/')[^1], granted ? "granted" : "refused");
    }

    public override void Dispose() => _user.Dispose();
}

/// <summary>Days as a form takes them.</summary>
internal static class OtherDays
{
    public static string Today(int ahead) => LegalDay.Of(TimeProvider.System.NowUtc()).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
