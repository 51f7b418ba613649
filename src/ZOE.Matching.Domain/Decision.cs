namespace ZOE.Matching.Domain;

/// <summary>Why Domain refuses. Code is a key in Texts/Refusals.resx, Args fill its placeholders; Field names the input it belongs to, if any.</summary>
public sealed record Refusal(string Code, params object[] Args)
{
    public string? Field { get; init; }
}

/// <summary>What Domain answers to a command: the value, or the reason why not.</summary>
public readonly record struct Decision<T>(T? Value, Refusal? Refusal)
{
    public bool IsRefused => Refusal is not null;

    /// <summary>The value of a decision that was not refused.</summary>
    /// <exception cref="InvalidOperationException">The decision was refused.</exception>
    public T Accepted => Refusal is null ? Value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    public static implicit operator Decision<T>(T value) => new(value, null);

    public static implicit operator Decision<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>A decision without a value.</summary>
public readonly record struct Decision(Refusal? Refusal)
{
    public static Decision Accepted => new(null);

    public bool IsRefused => Refusal is not null;

    public static implicit operator Decision(Refusal refusal) => new(refusal);
}
