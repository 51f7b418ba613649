using Microsoft.Extensions.Localization;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Matches;

/// <summary>Says reasons, gaps and open questions of a match in plain words.</summary>
public sealed class MatchWords(IStringLocalizer<MatchTexts> texts)
{
    /// <summary>What speaks for the pair: "Deutsch gesprochen: passt gut".</summary>
    public string Of(MatchContribution reason)
    {
        var name = reason.Subject is { } subject ? texts["Named", Label.Of(reason.Criterion), subject].Value : Label.Of(reason.Criterion);
        var strength = reason.Of == 0 ? "Full" : (reason.Points * 100 / reason.Of) switch
        {
            >= 90 => "Full",
            >= 60 => "Good",
            > 0 => "Partly",
            _ => "No",
        };
        return texts["Reason", name, texts[$"Strength.{strength}"].Value];
    }

    /// <summary>The points of a criterion, for those who want to know exactly.</summary>
    public string PointsOf(MatchContribution reason) => texts["Points", reason.Points, reason.Of];

    public string Of(MatchGap gap) => gap.Kind switch
    {
        GapKind.GermanSpoken or GapKind.GermanWritten => texts["Gap.German", Label.Of(gap.Kind), Label.Of((CefrLevel)gap.Need), Have(gap.Have, level => Label.Of((CefrLevel)level))],
        GapKind.Certificate => texts[gap.Have is null ? "Gap.CertificateMissing" : "Gap.CertificateOver", gap.Subject ?? ""],
        GapKind.Competence or GapKind.Language => texts["Gap.Level", Label.Of(gap.Kind), gap.Subject ?? "", Label.Of((SkillLevel)gap.Need), Have(gap.Have, level => Label.Of((SkillLevel)level))],
        GapKind.Hours => texts["Gap.Hours", gap.Need, Have(gap.Have, hours => $"{hours}")],
        GapKind.Shifts => texts["Gap.Shifts", Label.Of((Shifts)gap.Need), Have(gap.Have, shifts => Label.Of((Shifts)shifts))],
        GapKind.Start => texts["Gap.Start", DateOnly.FromDayNumber(gap.Need), Have(gap.Have, day => DateOnly.FromDayNumber(day).ToString("d"))],
        GapKind.Distance => texts["Gap.Distance", gap.Have ?? 0, gap.Need],
    };

    public string Of(MatchClarify question) =>
        question.Subject is { } subject ? texts["Named", Label.Of(question.Kind), subject] : Label.Of(question.Kind);

    private string Have(int? value, Func<int, string> words) => value is { } known ? words(known) : texts["None"];
}
