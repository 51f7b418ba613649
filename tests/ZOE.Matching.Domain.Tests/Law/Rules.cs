using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Domain.Tests;

/// <summary>Legal rules as the reference data hold them, written again by hand.</summary>
internal static class Rules
{
    public static readonly LegalRule MagSix = Rule("MagSixWeeks", LegalBasis.Mag, 6, RuleUnit.Weeks, RuleScope.Measure, RuleEffect.Refuse);

    public static readonly LegalRule MagTwelve = Rule("MagTwelveWeeks", LegalBasis.Mag, 12, RuleUnit.Weeks, RuleScope.Measure, RuleEffect.Refuse, LongTerm, "MagSixWeeks");

    public static readonly LegalRule Knowledge = Rule("KnowledgeTransferEightWeeks", LegalBasis.Mag, 8, RuleUnit.Weeks, RuleScope.Measure, RuleEffect.Refuse, "KnowledgeTransfer");

    public static readonly LegalRule SecondSameEmployer = Rule("MagSecondSameEmployer", LegalBasis.Mag, 1, RuleUnit.None, RuleScope.EmployerAndPerson, RuleEffect.Warn);

    public static readonly LegalRule CompanyTimeInYear = Rule("MagCompanyTimeInYear", LegalBasis.Mag, 12, RuleUnit.Weeks, RuleScope.Person, RuleEffect.Warn, frame: 12);

    public static readonly LegalRule Trial46 = Rule("TrialEmployment46ThreeMonths", LegalBasis.TrialEmployment46, 3, RuleUnit.Months, RuleScope.Employment, RuleEffect.Refuse, kind: PlacementKind.TrialEmployment);

    public static readonly LegalRule Trial16f = Rule("TrialEmployment16fThreeMonths", LegalBasis.TrialEmployment16f, 3, RuleUnit.Months, RuleScope.Employment, RuleEffect.Refuse, kind: PlacementKind.TrialEmployment);

    public static readonly LegalRule Egz = Rule("EgzTwelveMonths", LegalBasis.Egz, 12, RuleUnit.Months, RuleScope.Employment, RuleEffect.Refuse);

    public static readonly LegalRule EgzApplication = Rule("EgzApplicationBeforeStart", LegalBasis.Egz, 0, RuleUnit.None, RuleScope.Employment, RuleEffect.Refuse, "NotAppliedBeforeStart");

    public static readonly LegalRule EgzFormer = Rule("EgzFormerEmployer", LegalBasis.Egz, 3, RuleUnit.Months, RuleScope.EmployerAndPerson, RuleEffect.Warn, frame: 48);

    public static readonly LegalRule EgzMinijob = Rule("EgzNoMinijob", LegalBasis.Egz, 0, RuleUnit.None, RuleScope.Employment, RuleEffect.Warn, "Minijob", kind: PlacementKind.Job);

    public static readonly LegalRule Agh = Rule("Agh24MonthsInFiveYears", LegalBasis.Agh, 24, RuleUnit.Months, RuleScope.PersonFrame, RuleEffect.Refuse, frame: 60);

    public static readonly LegalRule AghMore = Rule("Agh36MonthsInFiveYears", LegalBasis.Agh, 36, RuleUnit.Months, RuleScope.PersonFrame, RuleEffect.Refuse, "AghStillNeeded", "Agh24MonthsInFiveYears", 60);

    public static readonly LegalRule Language = Rule("StateLanguage300Hours", LegalBasis.StateLanguage, 300, RuleUnit.Hours, RuleScope.Person, RuleEffect.Refuse);

    public const string LongTerm = "LongTermUnemployedWithObstacles";

    public static IReadOnlyList<LegalRule> All { get; } =
        [MagSix, MagTwelve, Knowledge, SecondSameEmployer, CompanyTimeInYear, Trial46, Trial16f, Egz, EgzApplication, EgzFormer, EgzMinijob, Agh, AghMore, Language];

    public static LegalRule Rule(
        string code, LegalBasis basis, int figure, RuleUnit unit, RuleScope scope, RuleEffect effect, string? condition = null, string? lifts = null, int? frame = null,
        PlacementKind? kind = null, string from = "2012-04-01", string? until = null) => new()
        {
            Code = code,
            LegalBasis = basis,
            Figure = figure,
            Unit = unit,
            Scope = scope,
            Effect = effect,
            Condition = condition,
            Lifts = lifts,
            FrameMonths = frame,
            PlacementKind = kind,
            ValidFrom = Given.Day(from),
            ValidUntil = Given.DayOrNull(until),
            Text = $"Text of {code}",
            Source = $"Source of {code}",
            Status = "checked",
        };
}
