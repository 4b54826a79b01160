using System.Buffers.Binary;

namespace VideoTasks.Tests.Download.Formats;

/// <summary>Fault 38: containers that are cut off.</summary>
public sealed class ContainerTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    [Fact]
    public async Task A_webm_of_known_size_that_is_cut_off_is_an_error_and_one_of_unknown_size_is_taken_at_its_word()
    {
        var video = WebM(200_000);
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(video[..150_000], new() { MediaType = "video/webm" }));
        (await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid)).Message.ShouldContain("ends at byte 200000");

        video.AsSpan(16, 8).Fill(0xFF);
        video[16] = 0x01;

        (await fixture.DemandAsync(video[..150_000])).Container.ShouldBe("webm");
    }

    [Fact]
    public async Task A_container_without_its_end_and_of_unknown_length_is_an_error()
    {
        await using var fixture = new DownloadFixture(async exchange =>
        {
            await exchange.HeadAsync(200, ("Content-Type", "video/mp4"));
            await exchange.SendAsync(Video.AsMemory(0, Video.Length - 108));
        });

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid);

        error.Message.ShouldContain("moov");
        fixture.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0x7FFF_FFFF_FFFF_FFFF)]
    [InlineData(0x8000_0000_0000_0000)]
    [InlineData(0xFFFF_FFFF_FFFF_FFFF)]
    public async Task A_box_larger_than_any_file_is_cut_off_too(ulong size)
    {
        var large = new byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(large, 1);
        "mdat"u8.CopyTo(large.AsSpan(4));
        BinaryPrimitives.WriteUInt64BigEndian(large.AsSpan(8), size);
        byte[] file = [.. Video, .. large, .. new byte[500]];
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(file));

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid);

        error.Message.ShouldContain("last box");
        fixture.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_box_smaller_than_its_own_header_is_an_error()
    {
        byte[] file = [.. Video, 0, 0, 0, 4, .. "mdat"u8, .. new byte[500]];
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(file));

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid);

        error.Message.ShouldContain($"its box at byte {Video.Length} says that it is 4 bytes long");
    }

    [Fact]
    public async Task A_truncated_container_is_an_error_even_with_the_right_length()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video[..200_000]));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid);

        fixture.Files.ShouldBeEmpty();
    }

    /// <summary>An EBML header, an empty space as some muxers leave, and a segment that says how long it is.</summary>
    internal static byte[] WebM(int length)
    {
        var bytes = new byte[length];
        new Random(8).NextBytes(bytes);
        byte[] head = [0x1A, 0x45, 0xDF, 0xA3, 0x83, 0x42, 0x86, 0x80, 0xEC, 0x82, 0, 0, 0x18, 0x53, 0x80, 0x67, 0x01, 0, 0, 0];
        head.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), length - 24);
        return bytes;
    }
}
