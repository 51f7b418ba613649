using ZOE.Matching.Search;
using ZOE.Matching.Web.Settings;

namespace ZOE.Matching.Web.Searching;

/// <summary>Asks the engine for a page and waits no longer than a user would (Search:PageMilliseconds).</summary>
public sealed partial class BoundedSearch(ISearchIndex index, PortalSettings settings, ILogger<BoundedSearch> log)
{
    /// <summary>The engine's page; null when it does not answer in time. Only that is forgiven; every other fault is one.</summary>
    public async Task<(SearchPage Page, bool Restarted)?> AskAsync(SearchKind kind, SearchQuery query, CancellationToken stop)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stop);
        wait.CancelAfter(settings.Search.PageMilliseconds);
        try
        {
            try
            {
                return (await index.SearchAsync(kind, query, wait.Token), false);
            }
            catch (ArgumentException) when (query.Cursor is not null)
            {
                // An old or damaged bookmark starts at the first page.
                return (await index.SearchAsync(kind, query with { Cursor = null }, wait.Token), true);
            }
        }
        catch (SearchUnavailableException down)
        {
            LogDown(log, kind, down);
            return null;
        }
        catch (OperationCanceledException slow) when (!stop.IsCancellationRequested)
        {
            LogDown(log, kind, slow);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search engine does not answer for {Kind}; the database answers instead.")]
    private static partial void LogDown(ILogger logger, SearchKind kind, Exception reason);
}
