namespace ZOE.Matching.Domain.Law;

/// <summary>Days used and allowed under one rule, the request included up to a given day.</summary>
/// <remarks>
/// Months that run in one piece end by §§ 187, 188 BGB; months made of several pieces have 30 days each (§ 191 BGB).
/// </remarks>
internal readonly record struct Tally(int Used, int Allowed)
{
    public bool Fits => Used <= Allowed;

    public static Tally Of(LegalRule rule, List<Stretch> past, DateOnly start, DateOnly end)
    {
        var all = past.Append(new Stretch(start, end));
        return rule.Scope switch
        {
            RuleScope.Measure => Plain(rule, Stretch.Merge(all)),
            RuleScope.Employment => Plain(rule, [Stretch.Merge(all, overWeekends: true).First(s => s.First <= start && start <= s.Last)]),
            RuleScope.PersonFrame => WorstFrame(rule, Stretch.Merge(all), start, end),
            RuleScope.Person or RuleScope.EmployerAndPerson => Rolling(rule, Stretch.Merge(all), end),
        };
    }

    /// <summary>Only what was before the start, within the frame.</summary>
    public static Tally Before(LegalRule rule, List<Stretch> past, DateOnly start) =>
        Plain(rule, Window(rule, [.. Stretch.Between(past, DateOnly.MinValue, start.AddDays(-1))], start.AddDays(-1)));

    private static Tally Plain(LegalRule rule, List<Stretch> stretches) => new(Stretch.Total(stretches), AllowedDays(rule, stretches));

    private static int AllowedDays(LegalRule rule, List<Stretch> stretches) => rule.Unit switch
    {
        RuleUnit.Days => rule.Figure,
        RuleUnit.Weeks => rule.Figure * 7,
        RuleUnit.Months when stretches.Count == 1 => Term.EndOfMonths(stretches[0].First, rule.Figure).DayNumber - stretches[0].First.DayNumber + 1,
        RuleUnit.Months => rule.Figure * 30,
        RuleUnit.None or RuleUnit.Hours => throw new ArgumentException($"{rule.Code} does not count days", nameof(rule)),
    };

    /// <summary>The fullest frame that ends with the request or with something agreed after it.</summary>
    private static Tally Rolling(LegalRule rule, List<Stretch> stretches, DateOnly end)
    {
        if (rule.FrameMonths is not { } months) return Plain(rule, stretches);
        return stretches.Select(s => s.Last).Where(last => last > end && last.AddMonths(-months) < end).Append(end)
            .Select(last => Plain(rule, Window(rule, stretches, last)))
            .MinBy(t => t.Allowed - t.Used);
    }

    private static List<Stretch> Window(LegalRule rule, List<Stretch> stretches, DateOnly last) =>
        rule.FrameMonths is { } months ? [.. Stretch.Between(stretches, last.AddMonths(-months).AddDays(1), last)] : stretches;

    /// <summary>Frames run from the first entry; the first entry after a frame opens the next. Of those the request falls in, the fullest decides.</summary>
    private static Tally WorstFrame(LegalRule rule, List<Stretch> stretches, DateOnly start, DateOnly end)
    {
        if (rule.FrameMonths is not { } months) return Plain(rule, stretches);
        var worst = new Tally(0, int.MaxValue);
        var from = DateOnly.MinValue;
        while (Stretch.Between(stretches, from, DateOnly.MaxValue).ToList() is { Count: > 0 } rest && rest[0].First <= end)
        {
            var last = Term.EndOfMonths(rest[0].First, months);
            var tally = Plain(rule, [.. Stretch.Between(rest, rest[0].First, last)]);
            if (last >= start && tally.Allowed - tally.Used < worst.Allowed - worst.Used) worst = tally;
            from = last.AddDays(1);
        }

        return worst;
    }
}
