using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data;

namespace ZOE.Matching.Web.Tests.Hosting;

/// <summary>The database as the tests look at it, beside the portal.</summary>
internal sealed class DataOnlySource(DatabaseEngine engine, string connection) : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddData(engine, connection).BuildServiceProvider();

    public async Task<T> ReadAsync<T>(Func<MatchingDbContext, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<MatchingDbContext>());
    }

    public Task WriteAsync(Func<MatchingDbContext, Task> work) => ReadAsync(async db =>
    {
        await work(db);
        return true;
    });

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
