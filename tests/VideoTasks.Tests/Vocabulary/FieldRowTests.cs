using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Mapping;
using VideoTasks.Tests.Vendors;
using VideoTasks.Vocabulary;

namespace VideoTasks.Tests.Vocabulary;

/// <summary>Each row of the vocabulary is read out of a body that has nothing but the id, the status and the row's name.</summary>
public sealed class FieldRowTests
{
    private const string Url = "https://cdn.example/v.mp4";

    // A value of the field, and what is read of it.
    private static readonly Dictionary<BodyField, (JsonNode Value, Func<VideoTask, object?> Read, object Expected)> Examples = new()
    {
        [BodyField.Id] = (JsonValue.Create("operations/task-1"), task => task.Id, "operations/task-1"),
        [BodyField.Status] = (JsonValue.Create("processing"), task => task.Status, VideoTaskStatus.InProgress),
        [BodyField.Done] = (JsonValue.Create(true), task => task.Status, VideoTaskStatus.Completed),
        [BodyField.Failed] = (JsonValue.Create(true), task => task.Status, VideoTaskStatus.Failed),
        [BodyField.Outcome] = (JsonValue.Create(3), task => task.Status, VideoTaskStatus.Failed),
        [BodyField.Progress] = (JsonValue.Create("45%"), task => task.Progress, 45.0),
        [BodyField.Model] = (JsonValue.Create("sora-2"), task => task.Model, "sora-2"),
        [BodyField.Prompt] = (JsonValue.Create("a cat"), task => task.Prompt, "a cat"),
        [BodyField.CreatedAt] =
            (JsonValue.Create("2026-03-01T00:00:00Z"), task => task.CreatedAt, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)),
        [BodyField.CompletedAt] = (JsonValue.Create(1772323200), task => task.CompletedAt, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)),
        [BodyField.ExpiresAt] =
            (JsonValue.Create("2026-03-01T00:00:00Z"), task => task.ExpiresAt, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)),
        [BodyField.ExpiresIn] = (JsonValue.Create(3600), task => task.ExpiresAt is not null, true),
        [BodyField.Duration] = (JsonValue.Create("8s"), task => task.DurationSeconds > 0, true),
        [BodyField.Size] = (JsonValue.Create("1280x720"), task => (task.Width, task.Height), ((int?)1280, (int?)720)),
        [BodyField.Width] = (JsonValue.Create(1280), task => task.Width, 1280),
        [BodyField.Height] = (JsonValue.Create("720"), task => task.Height, 720),
        [BodyField.VideoUrl] = (JsonValue.Create(Url), task => task.VideoUrl?.ToString(), Url),
        [BodyField.Error] = (JsonValue.Create("no credit"), task => task.Error?.Message, "no credit"),
        [BodyField.ErrorMessage] = (JsonValue.Create("no credit"), task => task.Error?.Message, "no credit"),
        [BodyField.ErrorCode] = (JsonValue.Create("E42"), task => task.Error?.Code, "E42"),
        [BodyField.FailReason] = (JsonValue.Create("no credit"), task => task.Error?.Message, "no credit"),
        [BodyField.PossibleMessage] = (JsonValue.Create("no credit"), task => task.Error?.Message, "no credit"),
        [BodyField.Detail] = (JsonValue.Create("no credit"), task => task.Error?.Message, "no credit"),
        [BodyField.PossibleCode] = (JsonValue.Create("E42"), task => task.Error?.Code, "E42"),
    };

    public static TheoryData<string, string> Names =>
        [.. FieldRows.All.Where(row => Examples.ContainsKey(row.Field)).Select(row => (row.Name, row.Field.ToString()))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_read_as_its_field(string name, string field)
    {
        var kind = Enum.Parse<BodyField>(field);
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
            .ShouldBe([BodyField.Frames, BodyField.FramesPerSecond, BodyField.Inline, BodyField.ErrorType, BodyField.Refusal]);

    public static TheoryData<string> Frames => [.. FieldRows.All.Where(row => row.Field == BodyField.Frames).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Frames))]
    public void Frames_and_their_rate_are_a_length(string name)
    {
        foreach (var rate in FieldRows.All.Where(row => row.Field == BodyField.FramesPerSecond))
        {
            Map(new() { ["id"] = "task-1", ["status"] = "completed", [name] = 192, [rate.Name] = 24 }).DurationSeconds.ShouldBe(8, rate.Name);
        }
    }

    public static TheoryData<string> ErrorTypes => [.. FieldRows.All.Where(row => row.Field == BodyField.ErrorType).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(ErrorTypes))]
    public void A_type_belongs_to_its_error(string name) =>
        Map(new() { ["id"] = "task-1", ["status"] = "failed", ["error_message"] = "no credit", [name] = "billing" }).Error?.Type.ShouldBe("billing");

    [Fact]
    public void No_two_rows_of_a_field_share_a_rank_and_no_name_stands_in_two_fields_but_as_a_flag()
    {
        FieldRows.All.GroupBy(row => (row.Field, row.Rank)).Where(same => same.Count() > 1 && same.Key.Field != BodyField.Id).ShouldBeEmpty();
        FieldRows.All.Where(row => row.Field is not (BodyField.Done or BodyField.Failed)).GroupBy(row => NameComparer.Normalize(row.Name))
            .Where(same => same.Count() > 1).ShouldBeEmpty();
        PartNames.Rows.GroupBy(row => NameComparer.Normalize(row.Name)).Where(same => same.Count() > 1).ShouldBeEmpty();
    }

    private static IEnumerable<(string Name, string Value)> Around(BodyField field) => field switch
    {
        BodyField.Id => [("status", "processing")],
        BodyField.Status or BodyField.Done or BodyField.Failed or BodyField.Outcome => [("id", "task-1")],
        BodyField.Error or BodyField.ErrorMessage or BodyField.ErrorCode or BodyField.FailReason
            or BodyField.PossibleMessage or BodyField.Detail or BodyField.PossibleCode
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
