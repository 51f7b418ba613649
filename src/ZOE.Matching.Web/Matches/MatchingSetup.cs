using ZOE.Matching.Web.Vocabulary;

namespace ZOE.Matching.Web.Matches;

/// <summary>Registers what finds and explains matches.</summary>
public static class MatchingSetup
{
    public static void AddMatching(this IServiceCollection services)
    {
        services.AddSingleton<VocabularyCache>();
        services.AddScoped<MatchFacts>();
        services.AddScoped<MatchFinder>();
        services.AddScoped<MatchNotices>();
        services.AddScoped<Cards.CardKey>();
        services.AddSingleton<Cards.CardStock>();
        services.AddScoped<Cards.CardSource>();
        services.AddScoped<Cards.CardReader>();
        services.AddScoped<Cards.CandidateSearch>();
        services.AddSingleton<ConceptLinks>();
        services.AddSingleton<VocabularyImports>();
        services.AddScoped<OpenWordDesk>();
        services.AddSingleton<MatchWords>();
    }
}
