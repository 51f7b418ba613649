using Lucene.Net.Store;

namespace ZOE.Matching.Search.Lucene;

/// <summary>An index folder whose files are read from memory: written to disk as ever, read whole once and shared by all readers. (Mapped files lose to this on Linux with every thread more.)</summary>
internal sealed class HeapDirectory(DirectoryInfo folder) : SimpleFSDirectory(folder, new NativeFSLockFactory())
{
    /// <summary>Larger files stay on disk.</summary>
    private const long Largest = 1 << 30;

    public override IndexInput OpenInput(string name, IOContext context) => IsForHeap(name, context) ? Load(name) : base.OpenInput(name, context);

    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return IsForHeap(name, context) ? new Slicer(Load(name)) : base.CreateSlicer(name, context);
    }

    // A merge reads each file once.
    private bool IsForHeap(string name, IOContext context) => context.Context != IOContext.UsageContext.MERGE && FileLength(name) <= Largest;

    private HeapInput Load(string name)
    {
        EnsureOpen();
        var bytes = File.ReadAllBytes(Path.Combine(Directory.FullName, name));
        return new HeapInput(name, bytes, 0, bytes.Length);
    }

    private sealed class Slicer(HeapInput whole) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => whole.Slice(sliceDescription, offset, length);

        [Obsolete("Only for indexes of Lucene 3.")]
        public override IndexInput OpenFullSlice() => (IndexInput)whole.Clone();

        protected override void Dispose(bool disposing)
        {
        }
    }
}

/// <summary>A stretch of bytes in memory as Lucene reads a file. Clones share the bytes.</summary>
internal sealed class HeapInput : IndexInput
{
    private readonly byte[] bytes;
    private readonly int start, end;
    private int at;

    public HeapInput(string name, byte[] bytes, int start, int length)
        : base(name)
    {
        this.bytes = bytes;
        (this.start, at, end) = (start, start, start + length);
    }

    public override long Position => at - start;

    public override long Length => end - start;

    public HeapInput Slice(string description, long offset, long size)
    {
        if (offset < 0 || size < 0 || offset + size > Length)
            throw new EndOfStreamException($"{description} does not lie in {ToString()}.");
        return new HeapInput(description, bytes, start + (int)offset, (int)size);
    }

    public override byte ReadByte() => at < end ? bytes[at++] : throw new EndOfStreamException($"Read past the end of {ToString()}.");

    public override void ReadBytes(byte[] b, int offset, int len)
    {
        if (len > end - at)
            throw new EndOfStreamException($"Read past the end of {ToString()}.");
        Buffer.BlockCopy(bytes, at, b, offset, len);
        at += len;
    }

    public override void Seek(long pos)
    {
        if (pos < 0 || pos > Length)
            throw new EndOfStreamException($"{pos} does not lie in {ToString()}.");
        at = start + (int)pos;
    }

    protected override void Dispose(bool disposing)
    {
    }
}
