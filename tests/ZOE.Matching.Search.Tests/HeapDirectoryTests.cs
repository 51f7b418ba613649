using Lucene.Net.Store;
using ZOE.Matching.Search.Lucene;

namespace ZOE.Matching.Search.Tests;

/// <summary>Files on disk, read from the heap.</summary>
public sealed class HeapDirectoryTests : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("zoe-heap-");
    private readonly HeapDirectory heap;

    public HeapDirectoryTests() => heap = new HeapDirectory(folder);

    [Fact]
    public void OpenInput_AllKindsOfNumbers_ReadAsWritten()
    {
        using (var file = heap.CreateOutput("_0.a", IOContext.DEFAULT))
        {
            file.WriteByte(7);
            file.WriteInt32(-5);
            file.WriteInt64(long.MinValue);
            foreach (var number in new[] { 0, 127, 128, 16_384, int.MaxValue, -1 })
                file.WriteVInt32(number);
            file.WriteString("Straße");
        }
        using var read = heap.OpenInput("_0.a", IOContext.DEFAULT);
        read.Length.Should().Be(new FileInfo(Path.Combine(folder.FullName, "_0.a")).Length);
        read.ReadByte().Should().Be(7);
        read.ReadInt32().Should().Be(-5);
        read.ReadInt64().Should().Be(long.MinValue);
        foreach (var number in new[] { 0, 127, 128, 16_384, int.MaxValue, -1 })
            read.ReadVInt32().Should().Be(number);
        read.ReadString().Should().Be("Straße");
        read.Position.Should().Be(read.Length);
    }

    [Fact]
    public void Slice_SeekCloneAndEnd_StayWithinTheSlice()
    {
        Write("_0.b", 0, 1, 2, 3, 4, 5);
        using var slicer = heap.CreateSlicer("_0.b", IOContext.DEFAULT);
        using var slice = slicer.OpenSlice("middle", 2, 3);
        slice.ReadByte().Should().Be(2);
        var clone = (IndexInput)slice.Clone();
        slice.Seek(2);
        slice.ReadByte().Should().Be(4);
        clone.ReadByte().Should().Be(3, "a clone has a place of its own");
        ((Action)(() => slice.ReadByte())).Should().Throw<EndOfStreamException>();
        ((Action)(() => slice.ReadBytes(new byte[9], 0, 4))).Should().Throw<EndOfStreamException>();
        ((Action)(() => slice.Seek(4))).Should().Throw<EndOfStreamException>();
        ((Action)(() => slicer.OpenSlice("beyond", 4, 3))).Should().Throw<EndOfStreamException>();
    }

    [Fact]
    public void DeleteFile_TheNameWrittenAnew_HoldsTheNewBytes_AndAnOpenReaderTheOldOnes()
    {
        Write("_0.c", 1);
        using var old = heap.OpenInput("_0.c", IOContext.DEFAULT);
        heap.DeleteFile("_0.c");
        ((Action)(() => heap.OpenInput("_0.c", IOContext.DEFAULT))).Should().Throw<IOException>();
        Write("_0.c", 2);
        using var anew = heap.OpenInput("_0.c", IOContext.DEFAULT);
        (old.ReadByte(), anew.ReadByte()).Should().Be(((byte)1, (byte)2));
    }

    public void Dispose()
    {
        heap.Dispose();
        folder.Delete(recursive: true);
    }

    private void Write(string name, params byte[] bytes)
    {
        using var file = heap.CreateOutput(name, IOContext.DEFAULT);
        file.WriteBytes(bytes, 0, bytes.Length);
    }
}
