namespace ZOE.Matching.Search;

/// <summary>The closed table of integer weights; the same in every engine. A score is a sum of products and stays far below 2^24.</summary>
public static class SearchWeights
{
    private static readonly Dictionary<int, (SearchField, TokenClass)> Places =
        (from field in Enum.GetValues<SearchField>() from tokenClass in Enum.GetValues<TokenClass>() where tokenClass != TokenClass.Fuzzy select (field, tokenClass))
        .ToDictionary(p => Of(p.field, p.tokenClass));

    /// <summary>Weight of a document token, 1 to 18: a short title over a title over competence over text, exact over part over broader.</summary>
    public static int Of(SearchField field, TokenClass tokenClass) => field switch
    {
        SearchField.Title => tokenClass switch
        {
            TokenClass.Exact => 16,
            TokenClass.Part => 12,
            TokenClass.Broader => 10,
            TokenClass.Fuzzy => 1,
        },
        SearchField.Competence => tokenClass switch
        {
            TokenClass.Exact => 8,
            TokenClass.Part => 5,
            TokenClass.Broader => 3,
            TokenClass.Fuzzy => 1,
        },
        SearchField.Brief => tokenClass switch
        {
            TokenClass.Exact => 18,
            TokenClass.Part => 14,
            TokenClass.Broader => 11,
            TokenClass.Fuzzy => 1,
        },
        SearchField.Text => tokenClass switch
        {
            TokenClass.Exact => 4,
            TokenClass.Part => 2,
            TokenClass.Broader => 1,
            TokenClass.Fuzzy => 1,
        },
    };

    /// <summary>The place that gives a document token its weight: each has its own, so that the points of a hit tell where it stood.</summary>
    public static (SearchField Field, TokenClass Class) PlaceOf(int weight) => Places[weight];

    /// <summary>Weight of an alternative in a query, 1 to 100: the typed word counts most, a guessed one least.</summary>
    public static int OfQuery(TokenClass tokenClass) => tokenClass switch
    {
        TokenClass.Exact => 100,
        TokenClass.Part => 40,
        TokenClass.Broader => 30,
        TokenClass.Fuzzy => 60,
    };
}
