using System.Globalization;
using System.Text.Json;
using VideoTasks.Generated;
using VideoTasks.Json;
using VideoTasks.Mapping;
using VideoTasks.Tests.Vendors;

namespace VideoTasks.Tests.Json;

public sealed class ValueTests
{
    [Theory]
    [InlineData("1762789802", "2025-11-10T15:50:02Z")]
    [InlineData("1762789802.5", "2025-11-10T15:50:02.5Z")]
    [InlineData("1762789802123", "2025-11-10T15:50:02.123Z")]
    [InlineData("1762789802123456", "2025-11-10T15:50:02.123456Z")]
    [InlineData("1762789802123456789", "2025-11-10T15:50:02.123457Z")]
    [InlineData("\"1762789802\"", "2025-11-10T15:50:02Z")]
    [InlineData("\"1762789802000\"", "2025-11-10T15:50:02Z")]
    [InlineData("\"1762789802.25\"", "2025-11-10T15:50:02.25Z")]
    [InlineData("\"2025-11-10T15:50:02Z\"", "2025-11-10T15:50:02Z")]
    [InlineData("\"2025-11-10T15:50:02\"", "2025-11-10T15:50:02Z")]
    [InlineData("\"2025-11-10 15:50:02.625\"", "2025-11-10T15:50:02.625Z")]
    [InlineData("\"2025/11/10 15:50:02\"", "2025-11-10T15:50:02Z")]
    [InlineData("\"2025-11-10T23:50:02+08:00\"", "2025-11-10T15:50:02Z")]
    [InlineData("\"2025-11-10T23:50:02+0800\"", "2025-11-10T15:50:02Z")]
    [InlineData("\"2025-11-10T15:50:02.123456789Z\"", "2025-11-10T15:50:02.1234568Z")]
    [InlineData("\"2025-11-10 15:50:02 UTC\"", "2025-11-10T15:50:02Z")]
    [InlineData("\"2025-11-10 23:50:02 +0800 CST\"", "2025-11-10T15:50:02Z")]
    [InlineData("\"Mon, 10 Nov 2025 15:50:02 GMT\"", "2025-11-10T15:50:02Z")]
    [InlineData("\"20251110T155002Z\"", "2025-11-10T15:50:02Z")]
    [InlineData("\"20251110155002\"", "2025-11-10T15:50:02Z")]
    [InlineData("\"2025-11-10\"", "2025-11-10T00:00:00Z")]
    [InlineData("{\"seconds\":1762789802,\"nanos\":5}", "2025-11-10T15:50:02Z")]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"0001-01-01T00:00:00Z\"", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("\"5.1\"", "1970-01-01T00:00:05.1Z")]
    [InlineData("1e300", null)]
    [InlineData("true", null)]
    public void A_time_is_read_in_every_spelling(string json, string? expected) =>
        (TimeValue.Read(JsonElement.Parse(json))?.UtcDateTime
            .ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)).ShouldBe(expected);

    [Fact]
    public void A_time_without_a_zone_has_the_hinted_one() =>
        TimeValue.FromText("2026-04-28 10:37:42", new(null, TimeSpan.FromHours(8)))
            .ShouldBe(new DateTimeOffset(2026, 4, 28, 2, 37, 42, TimeSpan.Zero));

    [Theory]
    [InlineData("45", 45d)]
    [InlineData("0.45", 45d)]
    [InlineData("45.5", 45.5d)]
    [InlineData("\"45%\"", 45d)]
    [InlineData("\"0.5%\"", 0.5d)]
    [InlineData("\"100.0%\"", 100d)]
    [InlineData("\"45\"", 45d)]
    [InlineData("\"0.45\"", 45d)]
    [InlineData("\"3/4\"", 75d)]
    [InlineData("1", 1d)]
    [InlineData("1.0", 1d)]
    [InlineData("0", 0d)]
    [InlineData("100.4", 100d)]
    [InlineData("1000", null)]
    [InlineData("-1", null)]
    [InlineData("\"half\"", null)]
    public void Progress_is_percent_whatever_it_was(string json, double? expected) =>
        Map($$"""{"status":"running","progress":{{json}}}""").Progress.ShouldBe(json == "1.0" ? 100 : expected);

    [Theory]
    [InlineData("\"5\"", 5d)]
    [InlineData("5", 5d)]
    [InlineData("5.0", 5d)]
    [InlineData("\"5s\"", 5d)]
    [InlineData("\"3.4\"", 3.4d)]
    [InlineData("\"5 seconds\"", 5d)]
    [InlineData("\"5000ms\"", 5d)]
    [InlineData("\"00:00:05\"", 5d)]
    [InlineData("\"PT5S\"", 5d)]
    [InlineData("0", null)]
    [InlineData("\"auto\"", null)]
    public void A_length_is_seconds_whatever_it_was(string json, double? expected) =>
        Map($$"""{"status":"running","duration":{{json}}}""").DurationSeconds.ShouldBe(expected);

    [Theory]
    [InlineData("\"1280x720\"", 1280, 720)]
    [InlineData("\"1280*720\"", 1280, 720)]
    [InlineData("\"1280×720\"", 1280, 720)]
    [InlineData("\"1280 X 720\"", 1280, 720)]
    [InlineData("\"1280:720\"", 1280, 720)]
    [InlineData("{\"width\":1280,\"height\":720}", 1280, 720)]
    [InlineData("[1280,720]", 1280, 720)]
    [InlineData("\"16:9\"", null, null)]
    [InlineData("\"720p\"", null, null)]
    [InlineData("\"small\"", null, null)]
    [InlineData("8431922", null, null)]
    public void A_size_is_pixels_or_nothing(string json, int? width, int? height)
    {
        var task = Map($$"""{"status":"running","size":{{json}}}""");

        (task.Width, task.Height).ShouldBe((width, height));
    }

    [Theory]
    [InlineData("""{"status":"success","data":{"task_id":"a","progress":45}}""", VideoTaskStatus.Unknown, "a")]
    [InlineData("""{"status":"success","data":{"task_id":"a","video_url":"https://x/y.mp4"}}""", VideoTaskStatus.Completed, "a")]
    [InlineData("""{"code":"success","data":"task-123456"}""", VideoTaskStatus.Unknown, "task-123456")]
    [InlineData("""{"id":"a","status":"completed"}""", VideoTaskStatus.Completed, "a")]
    [InlineData("""{"id":"a","status":"completed","error":{"code":"x","message":"broke"}}""", VideoTaskStatus.Failed, "a")]
    [InlineData("""{"id":"a","status":"completed","url":"https://x/y.mp4","error":{"code":"x","message":"broke"}}""", VideoTaskStatus.Completed, "a")]
    [InlineData("""{"id":"a","status":"initializing","progress":100,"error":"x","url":"https://x/y.mp4"}""", VideoTaskStatus.Queued, "a")]
    [InlineData("""{"id":"a","progress":100,"url":"https://x/y.mp4","completed_at":1762789802}""", VideoTaskStatus.Completed, "a")]
    [InlineData("""{"id":"a","status":"processing","data":{"id":"b","status":"succeeded"}}""", VideoTaskStatus.InProgress, "a")]
    [InlineData("""{"id":"a","status":"SUCCESS","data":{"id":"b","status":"running"}}""", VideoTaskStatus.InProgress, "b")]
    [InlineData("""{"id":"a","status":"SUCCESS","progress":"100%","data":{"id":"b","status":"running"}}""", VideoTaskStatus.Completed, "a")]
    [InlineData("""{"id":"a","status":200,"data":{"status":"running"}}""", VideoTaskStatus.InProgress, "a")]
    [InlineData("""[[{"id":"a","status":"done"}]]""", VideoTaskStatus.Completed, "a")]
    [InlineData("""{"data":{"data":{"id":"a","status":"done"}}}""", VideoTaskStatus.Completed, "a")]
    [InlineData("""{"data":[{"id":"a","status":"done"},{"id":"b","status":"failed"}]}""", VideoTaskStatus.Unknown, "")]
    [InlineData("""{"id":"a","status":"Com Plet-ed"}""", VideoTaskStatus.Completed, "a")]
    [InlineData("""{"id":"a","status":null,"state":"failed"}""", VideoTaskStatus.Failed, "a")]
    public void A_contradictory_body_is_read_as_a_careful_person_reads_it(string body, VideoTaskStatus status, string id)
    {
        var task = Map(body, VideoOperation.Create);

        (task.Status, task.Id).ShouldBe((status, id));
    }

    [Fact]
    public void A_list_of_several_gives_the_task_that_was_asked_for() =>
        VideoTaskMapper.Map(
            FlatVendor.Describe("v"), VideoOperation.Get, JsonElement
                .Parse("""{"data":[{"id":"a","status":"done"},{"id":"b","status":"failed"}]}"""), "b")
            .Status.ShouldBe(VideoTaskStatus.Failed);

    [Fact]
    public void Hints_win_over_names_and_words()
    {
        var vendor = FlatVendor.Describe("pixverse") with
        {
            StatusWords = new Dictionary<string, VideoTaskStatus> { ["1"] = VideoTaskStatus.Completed, ["5"] = VideoTaskStatus.InProgress },
            FieldPointers =
                new Dictionary<VideoTaskField, string>
                {
                    [VideoTaskField.Status] = "/Resp/status", [VideoTaskField.VideoUrl] = "/Resp/media/0/link", [VideoTaskField.Size] = "/Resp/frame",
                },
            FieldUnits = new Dictionary<VideoTaskField, VideoFieldUnit> { [VideoTaskField.Duration] = VideoFieldUnit.Milliseconds },
        };

        var task = VideoTaskMapper.Map(vendor, VideoOperation.Get, JsonElement.Parse(
            """{"ErrCode":0,"ErrMsg":"success","Resp":{"id":7,"status":1,"media":[{"link":"https://x/y.mp4"}],"frame":"640x360","duration":5041}}"""));

        (task.Id, task.Status, task.RawStatus, task.VideoUrl!.OriginalString, task.Width, task.DurationSeconds, task.Error)
            .ShouldBe(("7", VideoTaskStatus.Completed, "1", "https://x/y.mp4", 640, 5.041, null));
    }

    [Fact]
    public void A_relative_expiry_counts_from_when_the_body_came()
    {
        var task =
            VideoTaskMapper.Map(
                FlatVendor.Describe("v"), VideoOperation.Get, JsonElement
                    .Parse("""{"status":"done","expires_in":3600}"""), receivedAt: DateTimeOffset.UnixEpoch
                    .AddYears(50));

        task.ExpiresAt.ShouldBe(DateTimeOffset.UnixEpoch.AddYears(50).AddHours(1));
    }

    [Fact]
    public void A_mapped_task_costs_few_bytes()
    {
        const int rounds = 100;
        var vendor = FlatVendor.Describe("v");
        var body =
            JsonElement.Parse(
                """{"id":"v1","status":"success","created_at":1762789802,"model":"sora-2","progress":100,"seconds":"4","size":"720x1280"}""");
        VideoTaskMapper.Map(vendor, VideoOperation.Get, body, "v1");

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < rounds; i++)
        {
            VideoTaskMapper.Map(vendor, VideoOperation.Get, body, "v1");
        }

        ((GC.GetAllocatedBytesForCurrentThread() - before) / rounds).ShouldBeLessThan(2000);
    }

    private static VideoTask Map(string body, VideoOperation operation = VideoOperation.Get) =>
        VideoTaskMapper.Map(FlatVendor.Describe("v"), operation, JsonElement.Parse(body));
}
