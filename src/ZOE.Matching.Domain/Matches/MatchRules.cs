using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Matches;

/// <summary>The matching itself: what speaks for a pair, what is missing, what is to be asked, and the few reasons that rule it out. Pure.</summary>
public static class MatchRules
{
    /// <summary>Scores one client against one vacancy, with all reasons, even when the pair is excluded.</summary>
    public static MatchResult Score(ClientFacts client, VacancyFacts vacancy, MatchContext context) =>
        Score(new ClientReach(client, context), new PreparedVacancy(vacancy, context), context);

    internal static MatchResult Score(ClientReach reach, PreparedVacancy vacancy, MatchContext context)
    {
        var sheet = new ScoreSheet(context);
        Skills(sheet, reach, vacancy);
        Circumstances.Add(sheet, reach.Client, vacancy);
        return new(
            reach.Client.ClientId, vacancy.Facts.VacancyId, context.Weights.Version, context.Weights.Threshold,
            sheet.Contributions, sheet.Gaps, sheet.Clarify, Exclusion(reach, vacancy));
    }

    /// <summary>The first reason that rules the pair out, or null.</summary>
    internal static ExclusionReason? Exclusion(ClientReach reach, PreparedVacancy vacancy)
    {
        var (client, facts) = (reach.Client, vacancy.Facts);
        if (client.WorkPermission == WorkPermission.NotAllowed) return ExclusionReason.WorkNotAllowed;
        if (client.WantedForms.Count > 0 && !client.WantedForms.Contains(facts.Kind)) return ExclusionReason.FormNotWanted;
        if (facts.GermanSpoken - client.GermanSpoken >= 2 || facts.GermanWritten - client.GermanWritten >= 2) return ExclusionReason.GermanTooLow;
        for (var i = 0; i < facts.Requirements.Count; i++)
        {
            if (facts.Requirements[i].DemandedByLaw && IsMissing(reach, vacancy, facts.Requirements[i])) return ExclusionReason.LegalRequirementMissing;
        }

        for (var i = 0; i < facts.Requirements.Count; i++)
        {
            if (facts.Requirements[i] is not { Kind: ConceptKind.Certificate, Weight: RequirementWeight.Required } requirement) continue;
            if (!IsMissing(reach, vacancy, requirement)) continue;
            var inReach = vacancy.EasiestCourse[i] is { } from && (client.German is null || from <= client.German);
            if (!inReach) return ExclusionReason.CertificateOutOfReach;
        }

        return null;
    }

    private static bool IsMissing(ClientReach reach, PreparedVacancy vacancy, RequirementFacts requirement) =>
        requirement.ConceptId is { } id && !reach.To(id).Any(w => w.IsHeld && w.IsValidOn(vacancy.NeededOn));

    private static int OccupationPoints(ClientReach reach, PreparedVacancy vacancy)
    {
        var percent = reach.OccupationPercent(vacancy.Facts.OccupationId, vacancy.Facts.BranchCode);
        return vacancy.OccupationOf * percent / 100;
    }

    private static void Skills(ScoreSheet sheet, ClientReach reach, PreparedVacancy vacancy)
    {
        for (var i = 0; i < vacancy.Facts.Requirements.Count; i++)
        {
            var requirement = vacancy.Facts.Requirements[i];
            if (requirement.ConceptId is { } id) Requirement(sheet, reach, vacancy, requirement, id, vacancy.Shares[i]);
            else sheet.Ask(ClarifyKind.RequirementUnlinked, null, requirement.Typed);
        }

        if (vacancy.SkillsUnknown) sheet.Ask(ClarifyKind.RequirementsUnknown);
        if (vacancy.OccupationOf > 0)
            sheet.Give(MatchCriterion.Occupation, OccupationPoints(reach, vacancy), vacancy.OccupationOf, vacancy.Facts.OccupationId);
    }

    private static void Requirement(
        ScoreSheet sheet, ClientReach reach, PreparedVacancy vacancy, RequirementFacts requirement, Guid id, int of)
    {
        var (criterion, gap) = requirement.Kind switch
        {
            ConceptKind.Certificate => (MatchCriterion.Certificate, GapKind.Certificate),
            ConceptKind.Language => (MatchCriterion.Language, GapKind.Language),
            ConceptKind.Competence or ConceptKind.Occupation or ConceptKind.CompetenceGroup or ConceptKind.OccupationGroup => (MatchCriterion.Competence, GapKind.Competence),
        };
        sheet.Give(criterion, of * reach.RequirementPercent(requirement, vacancy.NeededOn) / 100, of, id);
        Reach[] held = [.. reach.To(id).Where(w => w.IsHeld)];
        Reach[] valid = [.. held.Where(w => w.IsValidOn(vacancy.NeededOn))];
        if (requirement.Kind == ConceptKind.Certificate)
        {
            if (valid.Length == 0) sheet.Miss(gap, 1, held.Length > 0 ? 0 : null, requirement.Weight, id);
            else if (valid.All(w => w.Held.Evidence == EvidenceKind.SelfStated)) sheet.Ask(ClarifyKind.CertificateUnproved, id);
            return;
        }

        int? have = valid.Length == 0 ? null : (int)valid.Max(w => w.Held.Level);
        if (have is null || have < (int)requirement.MinLevel) sheet.Miss(gap, (int)requirement.MinLevel, have, requirement.Weight, id);
    }
}
