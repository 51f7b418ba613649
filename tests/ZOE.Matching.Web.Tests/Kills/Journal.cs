using System.Text;

namespace ZOE.Matching.Web.Tests.Kills;

/// <summary>A command that the portal has acknowledged: what was done, to which record, with which value.</summary>
public sealed record Acknowledged(string Command, string Key, string Value);

/// <summary>Acknowledged commands, one line each, on the disk before the next command begins.</summary>
public sealed class Journal : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly Lock _gate = new();
    private int _count;

    public Journal(string path)
    {
        _path = path;
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Lines on the disk.</summary>
    public int Count => Volatile.Read(ref _count);

    public void Write(string command, string key, string value = "")
    {
        lock (_gate)
        {
            _file.Write(Encoding.UTF8.GetBytes($"{command}\t{key}\t{value}\n"));
            _file.Flush(flushToDisk: true);
            _count++;
        }
    }

    /// <summary>All lines, as they stand on the disk.</summary>
    public IReadOnlyList<Acknowledged> Read()
    {
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(p => new Acknowledged(p[0], p[1], p[2]))];
    }

    public void Dispose() => _file.Dispose();
}
