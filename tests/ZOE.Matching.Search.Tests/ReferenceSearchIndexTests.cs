namespace ZOE.Matching.Search.Tests;

/// <summary>The oracle itself keeps the contract.</summary>
public sealed class ReferenceSearchIndexTests : SearchIndexContract
{
    protected override ISearchIndex Create() => new ReferenceSearchIndex(Clock);
}
