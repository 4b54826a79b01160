using System.Globalization;
using System.Text;
using VideoTasks.Tests.Download.Files;

namespace VideoTasks.Tests.Download.Streams;

/// <summary>
/// The managed heap of a process that reads a large video slowly. The server is in this process, so none of what is measured is its.
/// </summary>
public sealed class MemoryTests
{
    private const long Limit = 10_000_000;
    private const long Gibibyte = 1024L * 1024 * 1024;
    private const int FillerLength = 96 * 1024;
    private const int MovieLength = 108;

    [Theory]
    [InlineData("open", "bytes", Gibibyte)]
    [InlineData("to", "bytes", Gibibyte)]
    [InlineData("open", "base64", Gibibyte / 8)]
    public async Task A_body_of_a_gigabyte_that_is_read_slowly_costs_less_than_ten_megabytes(string form, string delivery, long length)
    {
        await using var fixture =
            new DownloadFixture(exchange => delivery == "bytes" ? ServeAsync(exchange, length) : ServeBase64Async(exchange, length));

        var (exitCode, output) = await ProcessTests.RunAsync(ProcessTests.Start(fixture, [form, "--memory"]));

        exitCode.ShouldBe(0, output);
        TestContext.Current.TestOutputHelper!.WriteLine(output);
        var measured = output.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        measured[0].ShouldBe("memory");
        Read(measured[1]).ShouldBe(length);
        Read(measured[2]).ShouldBeLessThan(Limit, "what lived on the heap");
        Read(measured[3]).ShouldBeLessThan(Limit, "what the collector held");
    }

    private static long Read(string number) => long.Parse(number.Trim(), CultureInfo.InvariantCulture);

    private static async Task ServeAsync(FaultExchange exchange, long length)
    {
        await exchange.HeadAsync(200, ("Content-Type", "video/mp4"), ("Content-Length", $"{length}"), ("ETag", "\"v1\""));
        await SendAsync(exchange, length, static bytes => bytes);
    }

    private static async Task ServeBase64Async(FaultExchange exchange, long length)
    {
        await exchange.HeadAsync(200, ("Content-Type", "application/json"));
        await exchange.RawAsync("{\"data\":[{\"b64_json\":\"");
        await SendAsync(exchange, length, static bytes => Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)));
        await exchange.RawAsync("\"}]}");
    }

    /// <summary>Sends a video that exists nowhere: its boxes, and one buffer again and again.</summary>
    private static async Task SendAsync(FaultExchange exchange, long length, Func<byte[], byte[]> encode)
    {
        var video = DownloadFixture.Mp4(2 * FillerLength + MovieLength);
        var head = video[..FillerLength];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(24), checked((uint)(length - 24 - MovieLength)));
        await exchange.SendAsync(encode(head));
        var filler = video[FillerLength..(2 * FillerLength)];
        var encoded = encode(filler);
        var left = length - FillerLength - MovieLength;
        for (; left >= FillerLength; left -= FillerLength)
        {
            await exchange.SendAsync(encoded);
        }

        await exchange.SendAsync(encode([.. filler[..(int)left], .. video[^MovieLength..]]));
    }
}
