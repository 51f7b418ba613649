namespace ZOE.Matching.Search.Tests;

/// <summary>Small hand-made documents and queries.</summary>
internal static class Sample
{
    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static SearchToken Title(string text) => new(SearchField.Title, TokenClass.Exact, text);

    public static SearchToken TitlePart(string text) => new(SearchField.Title, TokenClass.Part, text);

    public static SearchToken Competence(string text) => new(SearchField.Competence, TokenClass.Exact, text);

    public static SearchToken Text(string text) => new(SearchField.Text, TokenClass.Exact, text);

    public static SearchDocument Vacancy(
        int id, long version, IEnumerable<SearchToken> tokens, (string Field, string Value)[]? keywords = null, (string Field, DateOnly Day)[]? days = null)
        => new(SearchKind.Vacancies, Id(id), version, tokens,
            (keywords ?? []).Select(k => KeyValuePair.Create(k.Field, k.Value)), (days ?? []).Select(d => KeyValuePair.Create(d.Field, d.Day)));

    public static IndexChange Put(int id, long version, params string[] words)
        => IndexChange.Put(Vacancy(id, version, words.Select(Title)));

    public static TokenGroup Group(string word, params (string Token, TokenClass Class, int Weight)[] more)
        => new(word, [new TokenAlternative(word, TokenClass.Exact, 100), .. more.Select(m => new TokenAlternative(m.Token, m.Class, m.Weight))]);

    public static SearchQuery Words(params string[] words) => new() { Groups = [.. words.Select(w => Group(w))] };
}
