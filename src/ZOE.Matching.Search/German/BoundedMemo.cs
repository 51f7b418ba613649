using System.Collections.Concurrent;

namespace ZOE.Matching.Search.German;

/// <summary>Remembers what was computed for a word, up to a number of words; a full memory is emptied. For several threads at once.</summary>
internal sealed class BoundedMemo<T>(int most, Func<string, T> compute)
{
    private readonly ConcurrentDictionary<string, T> known = new(StringComparer.Ordinal);
    private int count;

    public T Of(string word)
    {
        if (known.TryGetValue(word, out var value))
            return value;
        value = compute(word);
        if (known.TryAdd(word, value) && Interlocked.Increment(ref count) > most)
        {
            known.Clear();
            Volatile.Write(ref count, 0);
        }
        return value;
    }
}
