namespace ZOE.Matching.Domain.Matches;

/// <summary>A count of candidates as an employer may see it: "under 10", else rounded to tens.</summary>
/// <param name="Tens">0 for under ten, else 10, 20, …</param>
public readonly record struct CountBand(int Tens)
{
    public bool IsUnder10 => Tens == 0;

    public static CountBand Of(int count) => new(count < 10 ? 0 : (count + 5) / 10 * 10);

    /// <summary>"Under10" or the rounded number.</summary>
    public override string ToString() => IsUnder10 ? "Under10" : Tens.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
