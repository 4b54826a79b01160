using Microsoft.IO;

namespace KiotaStandIns.Tests;

public class RecyclableMemoryStreamTests
{
    private readonly RecyclableMemoryStreamManager _manager = new();

    // Every operation, in any order, does what a MemoryStream does.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_behaves_as_a_memory_stream(int seed)
    {
        var random = new Random(seed);
        using var stream = _manager.GetStream();
        using var expected = new MemoryStream();
        for (var step = 0; step < 400; step++)
        {
            var bytes = new byte[random.Next(0, 40_000)];
            random.NextBytes(bytes);
            switch (random.Next(6))
            {
                case 0:
                    stream.Write(bytes);
                    expected.Write(bytes);
                    break;
                case 1:
                    stream.WriteByte(7);
                    expected.WriteByte(7);
                    break;
                case 2:
                    var position = random.Next(0, (int)expected.Length + 20_000);
                    stream.Seek(position, SeekOrigin.Begin).ShouldBe(expected.Seek(position, SeekOrigin.Begin));
                    break;
                case 3:
                    var length = random.Next(0, 200_000);
                    stream.SetLength(length);
                    expected.SetLength(length);
                    break;
                case 4:
                    var copy = new byte[bytes.Length];
                    var count = stream.Read(bytes);
                    count.ShouldBe(expected.Read(copy));
                    bytes.AsSpan(0, count).SequenceEqual(copy.AsSpan(0, count)).ShouldBeTrue();
                    break;
                default:
                    bytes.CopyTo(stream.GetSpan(bytes.Length));
                    stream.Advance(bytes.Length);
                    expected.Write(bytes);
                    break;
            }

            stream.Length.ShouldBe(expected.Length);
            stream.Position.ShouldBe(expected.Position);
        }

        stream.ToArray().AsSpan().SequenceEqual(expected.ToArray()).ShouldBeTrue();
        stream.TryGetBuffer(out var buffer).ShouldBeTrue();
        buffer.AsSpan().SequenceEqual(expected.ToArray()).ShouldBeTrue();
        using var target = new MemoryStream();
        stream.WriteTo(target);
        target.ToArray().AsSpan().SequenceEqual(expected.ToArray()).ShouldBeTrue();
    }

    [Fact]
    public async Task Bytes_given_are_read_from_their_start()
    {
        var bytes = Enumerable.Range(0, 50_000).Select(static index => (byte)(index * 7)).ToArray();
        await using var stream = _manager.GetStream(bytes);
        using var copy = new MemoryStream();

        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);

        copy.ToArray().ShouldBe(bytes);
        stream.ReadByte().ShouldBe(-1);
    }

    [Fact]
    public void What_an_earlier_user_left_in_the_pool_does_not_show()
    {
        using (var dirty = _manager.GetStream(Enumerable.Repeat((byte)0xFF, 100_000).ToArray()))
        {
            dirty.Length.ShouldBe(100_000);
        }

        using var stream = _manager.GetStream();
        stream.SetLength(50_000);
        stream.Position = 60_000;
        stream.WriteByte(1);

        stream.ToArray()[..60_000].ShouldAllBe(static value => value == 0);
    }

    [Fact]
    public void Advancing_further_than_was_given_is_refused()
    {
        using var stream = _manager.GetStream();

        Should.Throw<ArgumentOutOfRangeException>(() => stream.Advance(stream.GetMemory(10).Length + 1));
        Should.Throw<ArgumentOutOfRangeException>(() => stream.Advance(-1));
    }

    [Fact]
    public void A_disposed_stream_is_closed()
    {
        var stream = _manager.GetStream([1, 2, 3]);
        stream.Dispose();

        stream.CanRead.ShouldBeFalse();
        Should.Throw<ObjectDisposedException>(() => stream.ReadByte());
        Should.Throw<ObjectDisposedException>(() => stream.WriteByte(1));
        Should.Throw<ObjectDisposedException>(() => stream.ToArray());
    }
}
