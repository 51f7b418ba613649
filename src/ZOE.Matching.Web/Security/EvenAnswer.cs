namespace ZOE.Matching.Web.Security;

/// <summary>Answers after a fixed time, so that the time does not tell whether an account exists.</summary>
public static class EvenAnswer
{
    /// <summary>Does the work, then waits until the time is over. The time must be longer than the work usually takes.</summary>
    public static async Task<T> AfterAsync<T>(TimeSpan time, Func<Task<T>> work, CancellationToken stop)
    {
        var started = TimeProvider.System.GetTimestamp();
        var result = await work();
        var rest = time - TimeProvider.System.GetElapsedTime(started);
        if (rest > TimeSpan.Zero) await Task.Delay(rest, TimeProvider.System, stop);
        return result;
    }
}
