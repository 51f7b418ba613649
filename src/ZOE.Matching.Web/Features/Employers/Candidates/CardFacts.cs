using ZOE.Matching.Web.Cards;

namespace ZOE.Matching.Web.Features.Employers.Candidates;

/// <summary>What the partial _CardFacts shows.</summary>
public sealed record CardFacts(string Code, ShownCard Card);
