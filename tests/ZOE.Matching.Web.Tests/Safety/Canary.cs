using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>Marker values: one word for each personal property, so that a find tells what leaked.</summary>
public sealed class Canary
{
    /// <summary>Properties of person-linked tables that carry no marker, each with the reason.</summary>
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["Client.PlaceAgs"] = "key of a municipality; the pages are scanned for its name",
        ["Consent.TextVersion"] = "version of a text",
        ["Proposal.Message"] = "written to the employer; names in it are refused",
        ["Proposal.DeclineReason"] = "code out of a list, chosen by the employer",
        ["Proposal.Comment"] = "the employer's own words",
        ["Measure.Condition"] = "code out of a list",
        ["Placement.Mentor"] = "a person of the employer",
        ["Placement.OutcomeReason"] = "code out of a list",
        ["FollowUp.Comment"] = "the employer's own words",
        ["ObservedCompetence.Typed"] = "the employer's own words",
        ["Referral.ReturnReason"] = "code out of a list",
        ["Referral.ReturnNote"] = "the Träger's own words",
        ["ReferralResult.Typed"] = "the Träger's own words",
        ["WorkTask.BusinessKey"] = "made of ids",
        ["InboxItem.BusinessKey"] = "made of ids",
        ["MatchRow.Explanation"] = "computed from vocabulary terms; staff only",
        ["CardRow.Card"] = "the closed list itself; scanned where it is shown",
    };

    private readonly Random _random = new(20261124);
    private readonly Dictionary<string, string> _words = [];

    /// <summary>Marker by property ("ClientPerson.FirstName").</summary>
    public IReadOnlyDictionary<string, string> Words => _words;

    /// <summary>The marker of a property.</summary>
    public string this[string property] => _words.TryGetValue(property, out var word) ? word : _words[property] = NewWord();

    /// <summary>A day that stands for a property; it is looked for as Germans and as machines write it.</summary>
    public DateOnly Day(string property, DateOnly day)
    {
        _words[property + " (German)"] = day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        _words[property] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return day;
    }

    /// <summary>String properties of person-linked tables that have neither a marker nor a reason to have none.</summary>
    public IEnumerable<string> Forgotten(IModel model) => Properties(model).Where(p => !_words.ContainsKey(p) && !Exempt.ContainsKey(p));

    /// <summary>Reasons for properties that are not there (any more), or that carry a marker all the same.</summary>
    public IEnumerable<string> Idle(IModel model) => Exempt.Keys.Where(p => !Properties(model).Contains(p) || _words.ContainsKey(p));

    /// <summary>Which markers a text holds, whatever its case; index terms may have lost a few letters at either end.</summary>
    public IEnumerable<string> In(string text) => _words.Where(w => Parts(w.Value).Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase))).Select(w => w.Key);

    /// <summary>Which markers raw bytes hold, as UTF-8 or UTF-16.</summary>
    public IEnumerable<string> In(byte[] bytes) => In(Encoding.Latin1.GetString(bytes)).Concat(In(Encoding.Latin1.GetString([.. bytes.Where((_, i) => i % 2 == 0)]))).Concat(In(Encoding.Latin1.GetString([.. bytes.Where((_, i) => i % 2 == 1)]))).Distinct();

    private static IEnumerable<string> Parts(string word) => char.IsAsciiDigit(word[0]) ? [word] : [word[..8], word[^8..]];

    private static HashSet<string> Properties(IModel model) =>
        [.. model.GetEntityTypes().Where(t => IsOfAPerson(t.ClrType)).SelectMany(t => t.GetProperties().Where(p => p.ClrType == typeof(string)).Select(p => $"{t.ClrType.Name}.{p.Name}"))];

    private static bool IsOfAPerson(Type type) =>
        type == typeof(Client) || type.GetProperty("ClientId") is not null || typeof(IPartOf<Client>).IsAssignableFrom(type) || typeof(IPartOf<Placement>).IsAssignableFrom(type) || typeof(IPartOf<Referral>).IsAssignableFrom(type);

    private string NewWord()
    {
        const string letters = "bdfgjklmnpqrtvwxz";
        return string.Concat(Enumerable.Range(0, 14).Select(_ => letters[_random.Next(letters.Length)]));
    }
}
