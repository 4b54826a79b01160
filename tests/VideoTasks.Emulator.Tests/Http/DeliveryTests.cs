using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace VideoTasks.Emulator.Tests.Http;

public sealed class DeliveryTests
{
    [Fact]
    public async Task The_whole_file_says_how_to_resume_it()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var id = vendor.Emulator.AddTask("hingnet", new() { Polls = 0 });
        using var response = await vendor.GetAsync($"/v1/videos/{id}/content");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.AcceptRanges.ShouldBe(["bytes"]);
        response.Headers.ETag!.IsWeak.ShouldBeFalse();
        response.Content.Headers.LastModified.ShouldBe(vendor.Clock.GetUtcNow());
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(vendor.Emulator.GetSha256("hingnet", id));
    }

    [Fact]
    public async Task A_range_is_answered_with_that_part()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var id = vendor.Emulator.AddTask("hingnet", new() { Polls = 0 });
        var video = vendor.Emulator.GetVideo("hingnet", id);
        using var response = await vendor.GetAsync($"/v1/videos/{id}/content", ("Range", "bytes=1000-"));
        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        response.Content.Headers.ContentRange.ShouldBe(new ContentRangeHeaderValue(1000, video.Length - 1, video.Length));
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(video[1000..].ToArray());
    }

    [Fact]
    public async Task A_range_behind_the_end_is_a_416_with_the_length()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var id = vendor.Emulator.AddTask("hingnet", new() { Polls = 0 });
        var length = vendor.Emulator.GetVideo("hingnet", id).Length;
        using var response = await vendor.GetAsync($"/v1/videos/{id}/content", ("Range", $"bytes={length}-"));
        response.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        response.Content.Headers.ContentRange!.ToString().ShouldBe($"bytes */{length}");
    }

    [Theory]
    [InlineData(true, HttpStatusCode.PartialContent)]
    [InlineData(false, HttpStatusCode.OK)]
    public async Task If_Range_decides_between_the_part_and_the_whole(bool sameFile, HttpStatusCode expected)
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var id = vendor.Emulator.AddTask("hingnet", new() { Polls = 0 });
        using var first = await vendor.GetAsync($"/v1/videos/{id}/content");
        var tag = sameFile ? first.Headers.ETag!.Tag : "\"another\"";
        using var response = await vendor.GetAsync($"/v1/videos/{id}/content", ("Range", "bytes=5-9"), ("If-Range", tag));
        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_weak_tag_in_If_Range_never_matches()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var id = vendor.Emulator.AddTask("hingnet", new() { Polls = 0 });
        using var first = await vendor.GetAsync($"/v1/videos/{id}/content");
        using var response = await vendor.GetAsync($"/v1/videos/{id}/content", ("Range", "bytes=5-9"), ("If-Range", $"W/{first.Headers.ETag!.Tag}"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task HEAD_has_the_headers_and_no_body()
    {
        await using var vendor = await VendorClient.StartAsync("ezmodel");
        var id = vendor.Emulator.AddTask("ezmodel", new() { Polls = 0 });
        using var response = await vendor.SendAsync(HttpMethod.Head, $"/v1/videos/{id}/content", null);
        response.Content.Headers.ContentLength.ShouldBe(vendor.Emulator.GetVideo("ezmodel", id).Length);
    }

    [Fact]
    public async Task A_cut_comes_once_and_the_rest_can_be_fetched()
    {
        await using var vendor = await VendorClient.StartAsync("hingnet");
        var id = vendor.Emulator.AddTask("hingnet", new() { Polls = 0, CutAt = 1000 });
        await Should.ThrowAsync<HttpRequestException>(() => vendor.GetAsync($"/v1/videos/{id}/content"));
        using var rest = await vendor.GetAsync($"/v1/videos/{id}/content", ("Range", "bytes=1000-"));
        rest.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await rest.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length
            .ShouldBe(vendor.Emulator.GetVideo("hingnet", id).Length - 1000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task The_video_is_a_chain_of_whole_boxes_that_names_its_task(int minimumBytes)
    {
        await using var vendor = await VendorClient.StartAsync("ezmodel", options => options with { MinimumVideoBytes = minimumBytes });
        var id = vendor.Emulator.AddTask("ezmodel", id: "vid_1");
        var video = vendor.Emulator.GetVideo("ezmodel", id).ToArray();
        video.Length.ShouldBeGreaterThanOrEqualTo(minimumBytes);
        var boxes = new List<string>();
        var offset = 0;
        while (offset < video.Length)
        {
            boxes.Add(Encoding.ASCII.GetString(video, offset + 4, 4));
            offset += BinaryPrimitives.ReadInt32BigEndian(video.AsSpan(offset));
        }

        offset.ShouldBe(video.Length);
        boxes.ShouldBe(minimumBytes == 0 ? ["ftyp", "moov", "free", "mdat", "uuid"] : ["ftyp", "moov", "free", "mdat", "uuid", "free"]);
        Encoding.ASCII.GetString(video).ShouldContain("ezmodel/vid_1");
        vendor.Emulator.GetSha256("ezmodel", vendor.Emulator.AddTask("ezmodel", id: "vid_2")).ShouldNotBe(vendor.Emulator.GetSha256("ezmodel", id));
    }
}
