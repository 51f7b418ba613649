using System.Collections.Concurrent;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace ZOE.Matching.Search.Lucene;

/// <summary>
/// An index whose files lie on disk and are read from the heap: each file is read once, whole, and its bytes go when the file goes.
/// Nothing is mapped: two threads search twice as fast as one, and a damaged disk cannot hurt a search that runs.
/// </summary>
internal sealed class HeapDirectory(LuceneDirectory disk) : FilterDirectory(disk)
{
    private readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public override IndexInput OpenInput(string name, IOContext context) => new HeapInput(name, Bytes(name));

    public override IndexInputSlicer CreateSlicer(string name, IOContext context) => new Slicer(name, Bytes(name));

    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        files.TryRemove(name, out _);
        return base.CreateOutput(name, context);
    }

    public override void DeleteFile(string name)
    {
        files.TryRemove(name, out _);
        base.DeleteFile(name);
    }

    // Files of segments are written once; the list of segments is written in place and read at the start only.
    private byte[] Bytes(string name) => name.StartsWith('_') ? files.GetOrAdd(name, Read) : Read(name);

    private byte[] Read(string name)
    {
        using var file = m_input.OpenInput(name, IOContext.READ_ONCE);
        var bytes = new byte[checked((int)file.Length)];
        file.ReadBytes(bytes, 0, bytes.Length);
        return bytes;
    }

    private sealed class Slicer(string name, byte[] bytes) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length)
            => new HeapInput($"{name}/{sliceDescription}", bytes, (int)offset, checked((int)length));

        [Obsolete("Only for reading indexes from 3.x.")]
        public override IndexInput OpenFullSlice() => new HeapInput(name, bytes);

        protected override void Dispose(bool disposing)
        {
        }
    }
}

/// <summary>Reads from an array, or a stretch of it.</summary>
internal sealed class HeapInput : IndexInput
{
    private readonly byte[] bytes;
    private readonly int start, end;
    private int at;

    public HeapInput(string name, byte[] bytes) : this(name, bytes, 0, bytes.Length)
    {
    }

    public HeapInput(string name, byte[] bytes, int start, int length) : base(name)
    {
        if (start < 0 || length < 0 || start > bytes.Length - length)
            throw new EndOfStreamException($"{name} is too short.");
        (this.bytes, this.start, at, end) = (bytes, start, start, start + length);
    }

    public override long Length => end - start;

    public override long Position => at - start;

    public override void Seek(long pos)
    {
        if (pos < 0 || pos > end - start)
            throw PastTheEnd();
        at = start + (int)pos;
    }

    public override byte ReadByte()
    {
        if (at >= end)
            throw PastTheEnd();
        return bytes[at++];
    }

    public override void ReadBytes(byte[] b, int offset, int len)
    {
        if (len > end - at)
            throw PastTheEnd();
        Buffer.BlockCopy(bytes, at, b, offset, len);
        at += len;
    }

    public override int ReadVInt32()
    {
        int read = ReadByte(), value = read & 0x7F;
        for (var shift = 7; read >= 0x80; shift += 7)
        {
            if (shift > 28)
                throw new IOException("A number is longer than five bytes.");
            read = ReadByte();
            value |= (read & 0x7F) << shift;
        }
        return value;
    }

    protected override void Dispose(bool disposing)
    {
    }

    private EndOfStreamException PastTheEnd() => new($"Read past the end of {this}.");
}
