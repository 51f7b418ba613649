using System.Numerics;
using ZOE.Matching.Domain.Clients;

namespace ZOE.Matching.Domain.Matches;

/// <summary>The criteria besides skills: German, form, distance, hours, working times, start, permission.</summary>
internal static class Circumstances
{
    public static void Add(ScoreSheet sheet, ClientFacts client, PreparedVacancy vacancy)
    {
        var (facts, weights) = (vacancy.Facts, sheet.Context.Weights);
        German(sheet, facts, (client.GermanSpoken, facts.GermanSpoken), weights.GermanSpoken, MatchCriterion.GermanSpoken);
        German(sheet, facts, (client.GermanWritten, facts.GermanWritten), weights.GermanWritten, MatchCriterion.GermanWritten);
        Form(sheet, client, facts);
        Distance(sheet, client, facts);
        Hours(sheet, client, facts);
        WorkingTimes(sheet, client, facts);
        Start(sheet, client, vacancy.NeededOn);
        Permission(sheet, client, vacancy.NeededOn);
    }

    /// <summary>The points alone, for runs over many pairs.</summary>
    public static int Points(ClientFacts client, PreparedVacancy vacancy, MatchContext context)
    {
        var sheet = new ScoreSheet(context, reasons: false);
        Add(sheet, client, vacancy);
        return sheet.Points;
    }

    private static void German(ScoreSheet sheet, VacancyFacts vacancy, (CefrLevel? Have, CefrLevel Need) level, int of, MatchCriterion criterion)
    {
        var spoken = criterion == MatchCriterion.GermanSpoken;
        if (level.Need == CefrLevel.None || level.Have >= level.Need)
        {
            sheet.Give(criterion, of, of);
            return;
        }

        if (level.Have is not { } have)
        {
            sheet.GiveUnknown(criterion, of, spoken ? ClarifyKind.GermanSpoken : ClarifyKind.GermanWritten);
            return;
        }

        var weights = sheet.Context.Weights;
        var oneShort = vacancy.OneLevelLowerIsFine ? weights.OneShortIsFinePercent : weights.OneShortPercent;
        sheet.GivePercent(criterion, level.Need - have == 1 ? oneShort : 0, of);
        sheet.Miss(spoken ? GapKind.GermanSpoken : GapKind.GermanWritten, (int)level.Need, (int)have);
    }

    private static void Form(ScoreSheet sheet, ClientFacts client, VacancyFacts vacancy)
    {
        var weights = sheet.Context.Weights;
        var percent = client.WantedForms.Count == 0 ? weights.OpenFormPercent : client.WantedForms.Contains(vacancy.Kind) ? 100 : 0;
        sheet.GivePercent(MatchCriterion.Form, percent, weights.Form);
    }

    private static void Distance(ScoreSheet sheet, ClientFacts client, VacancyFacts vacancy)
    {
        var weights = sheet.Context.Weights;
        if (sheet.Context.Distances.Between(client.PlaceAgs, vacancy.PlaceAgs) is not { } kilometres)
        {
            sheet.GiveUnknown(MatchCriterion.Distance, weights.Distance, ClarifyKind.Place);
            return;
        }

        sheet.GivePercent(MatchCriterion.Distance, weights.DistancePercent(kilometres), weights.Distance);
        if (kilometres > weights.FarKilometres) sheet.Miss(GapKind.Distance, weights.FarKilometres, kilometres);
    }

    private static void Hours(ScoreSheet sheet, ClientFacts client, VacancyFacts vacancy)
    {
        var weights = sheet.Context.Weights;
        var difference = client.WantedHours is { } wanted ? Math.Abs(wanted - vacancy.HoursPerWeek) : 0;
        var percent = difference <= weights.SameHours ? 100 : difference <= weights.NearHours ? 50 : 0;
        sheet.GivePercent(MatchCriterion.Hours, percent, weights.Hours);
        if (percent == 0) sheet.Miss(GapKind.Hours, vacancy.HoursPerWeek, client.WantedHours);
    }

    private static void WorkingTimes(ScoreSheet sheet, ClientFacts client, VacancyFacts vacancy)
    {
        var weights = sheet.Context.Weights;
        if (vacancy.Shifts != Shifts.None && client.Shifts == Shifts.None)
        {
            sheet.GiveUnknown(MatchCriterion.Shifts, weights.Shifts, ClarifyKind.Shifts);
            return;
        }

        var asked = BitOperations.PopCount((uint)vacancy.Shifts);
        var possible = BitOperations.PopCount((uint)(vacancy.Shifts & client.Shifts));
        sheet.GivePercent(MatchCriterion.Shifts, asked == 0 ? 100 : 100 * possible / asked, weights.Shifts);
        if (possible < asked) sheet.Miss(GapKind.Shifts, (int)vacancy.Shifts, (int)(vacancy.Shifts & client.Shifts));
    }

    private static void Start(ScoreSheet sheet, ClientFacts client, DateOnly neededOn)
    {
        var weights = sheet.Context.Weights;
        if (client.AvailableFrom is not { } from)
        {
            sheet.GiveUnknown(MatchCriterion.Start, weights.Start, ClarifyKind.AvailableFrom);
            return;
        }

        var inTolerance = from <= neededOn.AddDays(weights.ToleranceDays);
        sheet.GivePercent(MatchCriterion.Start, from <= neededOn ? 100 : inTolerance ? 50 : 0, weights.Start);
        if (!inTolerance) sheet.Miss(GapKind.Start, neededOn.DayNumber, from.DayNumber);
    }

    private static void Permission(ScoreSheet sheet, ClientFacts client, DateOnly neededOn)
    {
        if (client.WorkPermission == WorkPermission.Unknown) sheet.Ask(ClarifyKind.WorkPermission);
        else if (client.WorkPermission == WorkPermission.Allowed && client.WorkPermissionUntil < neededOn) sheet.Ask(ClarifyKind.WorkPermissionEnds);
    }
}
