using Microsoft.Extensions.Localization;
using ZOE.Matching.Search;
using ZOE.Matching.Search.German;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Searching;

/// <summary>Says in plain words why a hit is here.</summary>
public sealed class SearchWords(IStringLocalizer<SearchTexts> texts)
{
    public IReadOnlyList<string> Of(IEnumerable<Contribution> contributions, Lexicon lexicon) =>
        [.. contributions.OrderByDescending(c => c.Points).Select(c => Of(c, lexicon)).Distinct()];

    private string Of(Contribution reason, Lexicon lexicon)
    {
        var where = texts[$"Where.{reason.Field}"].Value;
        if (reason.Token.Length > 2 && reason.Token[1] == ':' && Guid.TryParseExact(reason.Token[2..], "N", out var id) && lexicon.Find(id) is { } concept)
        {
            if (reason is { InQuery: TokenClass.Exact, InDocument: TokenClass.Exact } && GermanText.Fold(concept.Label).Contains(GermanText.Fold(reason.Word), StringComparison.Ordinal))
                return texts["Why.Exact", reason.Word, where];
            var key = reason.InQuery == TokenClass.Broader || reason.InDocument == TokenClass.Broader ? "Why.Related" : reason.InQuery == TokenClass.Fuzzy ? "Why.Fuzzy" : "Why.Concept";
            return texts[key, reason.Word, concept.Label, where];
        }

        if (reason.Token[0] == '=') return texts["Why.Like", reason.Word];
        if (reason.InQuery == TokenClass.Fuzzy) return texts["Why.Alike", reason.Word, where];
        return texts[reason.InQuery == TokenClass.Part || reason.InDocument == TokenClass.Part ? "Why.Part" : "Why.Exact", reason.Word, where];
    }
}
