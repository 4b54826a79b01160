using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Mapping;
using VideoTasks.Tests.Vendors;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Tests.Vocabulary;

/// <summary>Each row of the vocabulary is read out of a body that has nothing but the id, the status and the row's name.</summary>
public sealed class FieldRowTests
{
    private const string Url = "https://cdn.example/v.mp4";

    // A value of the field, and what is read of it.
    private static readonly Dictionary<VideoTaskField, (JsonNode Value, Func<VideoTask, object?> Read, object Expected)> Examples = new()
    {
        [VideoTaskField.Id] = (JsonValue.Create("operations/task-1"), task => task.Id, "operations/task-1"),
        [VideoTaskField.Status] = (JsonValue.Create("processing"), task => task.Status, VideoTaskStatus.InProgress),
        [VideoTaskField.Done] = (JsonValue.Create(true), task => task.Status, VideoTaskStatus.Completed),
        [VideoTaskField.Failed] = (JsonValue.Create(true), task => task.Status, VideoTaskStatus.Failed),
        [VideoTaskField.Outcome] = (JsonValue.Create(3), task => task.Status, VideoTaskStatus.Failed),
        [VideoTaskField.Progress] = (JsonValue.Create("45%"), task => task.Progress, 45.0),
        [VideoTaskField.Model] = (JsonValue.Create("sora-2"), task => task.Model, "sora-2"),
        [VideoTaskField.Prompt] = (JsonValue.Create("a cat"), task => task.Prompt, "a cat"),
        [VideoTaskField.CreatedAt] =
            (JsonValue.Create("2026-03-01T00:00:00Z"), task => task.CreatedAt, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)),
        [VideoTaskField.CompletedAt] =
            (JsonValue.Create(1772323200), task => task.CompletedAt, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)),
        [VideoTaskField.ExpiresAt] =
            (JsonValue.Create("2026-03-01T00:00:00Z"), task => task.ExpiresAt, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)),
        [VideoTaskField.ExpiresIn] = (JsonValue.Create(3600), task => task.ExpiresAt is not null, true),
        [VideoTaskField.Duration] = (JsonValue.Create("8s"), task => task.DurationSeconds > 0, true),
        [VideoTaskField.Size] = (JsonValue.Create("1280x720"), task => (task.Width, task.Height), ((int?)1280, (int?)720)),
        [VideoTaskField.Width] = (JsonValue.Create(1280), task => task.Width, 1280),
        [VideoTaskField.Height] = (JsonValue.Create("720"), task => task.Height, 720),
        [VideoTaskField.VideoUrl] = (JsonValue.Create(Url), task => task.VideoUrl?.ToString(), Url),
        [VideoTaskField.Error] = (JsonValue.Create("no credit"), task => task.Error?.Message, "no credit"),
        [VideoTaskField.ErrorMessage] = (JsonValue.Create("no credit"), task => task.Error?.Message, "no credit"),
        [VideoTaskField.ErrorCode] = (JsonValue.Create("E42"), task => task.Error?.Code, "E42"),
        [VideoTaskField.FailReason] = (JsonValue.Create("no credit"), task => task.Error?.Message, "no credit"),
        [VideoTaskField.PossibleMessage] = (JsonValue.Create("no credit"), task => task.Error?.Message, "no credit"),
        [VideoTaskField.Detail] = (JsonValue.Create("no credit"), task => task.Error?.Message, "no credit"),
        [VideoTaskField.PossibleCode] = (JsonValue.Create("E42"), task => task.Error?.Code, "E42"),
    };

    public static TheoryData<string, string> Names =>
        [.. FieldRows.All.Where(row => Examples.ContainsKey(row.Field)).Select(row => (row.Name, row.Field.ToString()))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_read_as_its_field(string name, string field)
    {
        var kind = Enum.Parse<VideoTaskField>(field);
        var (value, read, expected) = Examples[kind];
        var body = new JsonObject { [name] = value.DeepClone() };
        foreach (var (key, text) in Around(kind).Where(pair => !body.ContainsKey(pair.Name)))
        {
            body.Add(key, text);
        }

        read(Map(body)).ShouldBe(expected);
    }

    [Fact]
    public void Only_what_is_read_together_with_something_else_has_no_example_here() =>
        FieldRows.All.Select(row => row.Field).Distinct().Where(field => !Examples.ContainsKey(field)).Order()
            .ShouldBe([
                VideoTaskField.Frames, VideoTaskField.FramesPerSecond, VideoTaskField.Inline, VideoTaskField.ErrorType, VideoTaskField.Refusal]);

    public static TheoryData<string> Frames => [.. FieldRows.All.Where(row => row.Field == VideoTaskField.Frames).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Frames))]
    public void Frames_and_their_rate_are_a_length(string name)
    {
        foreach (var rate in FieldRows.All.Where(row => row.Field == VideoTaskField.FramesPerSecond))
        {
            Map(new() { ["id"] = "task-1", ["status"] = "completed", [name] = 192, [rate.Name] = 24 }).DurationSeconds.ShouldBe(8, rate.Name);
        }
    }

    public static TheoryData<string> ErrorTypes => [.. FieldRows.All.Where(row => row.Field == VideoTaskField.ErrorType).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(ErrorTypes))]
    public void A_type_belongs_to_its_error(string name) =>
        Map(new() { ["id"] = "task-1", ["status"] = "failed", ["error_message"] = "no credit", [name] = "billing" }).Error?.Type.ShouldBe("billing");

    [Fact]
    public void No_two_rows_of_a_field_share_a_rank_and_no_name_stands_in_two_fields_but_as_a_flag()
    {
        FieldRows.All.GroupBy(row => (row.Field, row.Rank)).Where(same => same.Count() > 1 && same.Key.Field != VideoTaskField.Id).ShouldBeEmpty();
        FieldRows.All.Where(row => row.Field is not (VideoTaskField.Done or VideoTaskField.Failed)).GroupBy(row => NameComparer.Normalize(row.Name))
            .Where(same => same.Count() > 1).ShouldBeEmpty();
        PartNames.Rows.GroupBy(row => NameComparer.Normalize(row.Name)).Where(same => same.Count() > 1).ShouldBeEmpty();
    }

    private static IEnumerable<(string Name, string Value)> Around(VideoTaskField field) => field switch
    {
        VideoTaskField.Id => [("status", "processing")],
        VideoTaskField.Status or VideoTaskField.Done or VideoTaskField.Failed or VideoTaskField.Outcome => [("id", "task-1")],
        VideoTaskField.Error or VideoTaskField.ErrorMessage or VideoTaskField.ErrorCode or VideoTaskField.FailReason
            or VideoTaskField.PossibleMessage or VideoTaskField.Detail or VideoTaskField.PossibleCode
            => [("id", "task-1"), ("status", "failed")],
        _ => [("id", "task-1"), ("status", "completed")],
    };

    private static VideoTask Map(JsonObject body)
    {
        using var document = JsonDocument.Parse(body.ToJsonString());
        return VideoTaskMapper.Map(
            new FlatVendor().Description, VideoOperation.Create, document.RootElement.Clone(), receivedAt: DateTimeOffset.UnixEpoch);
    }
}
