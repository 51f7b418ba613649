namespace ZOE.Matching.Relevance;

/// <summary>The words behind the verb: "--name value", or "--flag" alone.</summary>
internal sealed class Arguments(string[] words)
{
    private static readonly string[] Flags = ["--untitled"];

    /// <summary>Prints how the tool is called; exit code 2.</summary>
    public static int Explain()
    {
        Console.Error.WriteLine("""
            search --documents D.csv --queries Q.csv --out RUN.csv [--reference DIR] [--withhold FILE] [--engine lucene|elasticsearch] [--address URL]
            match  --profiles P.csv --vacancies V.csv --out RUN.csv [--reference DIR] [--withhold-relations FILE] [--untitled]
            score  --run RUN.csv (--queries Q.csv [--floors F.csv] | --qrels R.csv)
            """);
        return 2;
    }

    /// <summary>The value, or null when it is not given.</summary>
    public string? Optional(string name)
    {
        var at = Array.IndexOf(words, name);
        return at >= 0 && at + 1 < words.Length ? words[at + 1] : null;
    }

    /// <summary>The value; throws <see cref="ArgumentException"/> when it is not given.</summary>
    public string Required(string name) => Optional(name) ?? throw new ArgumentException($"{name} is missing.");

    /// <summary>Whether the flag stands there.</summary>
    public bool Has(string flag) => Flags.Contains(flag) && words.Contains(flag);
}
