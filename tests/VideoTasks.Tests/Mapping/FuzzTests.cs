using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Mapping;
using VideoTasks.Tests.Vendors;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Mapping;

/// <summary>Set VIDEOTASKS_FUZZ to a number of bodies for a longer run: 1,000,000 is what was agreed.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20251110;

    // Written down here once more, so that the library's own table can't hide a mistake of its own.
    private static readonly string[] TerminalWords =
    [
        "completed", "succeeded", "success", "succeed", "done", "complete", "finished", "finish", "ready", "failed", "error", "failure", "fail",
        "aborted", "rejected", "timeout",
        "timedout", "moderated", "cancelled", "canceled", "cancel", "expired", "expire", "invalid", "deleted", "notfound", "nsfw",
    ];

    private static readonly string[] Flags = ["done", "finished", "completed", "isdone", "isfinished", "iscompleted", "iscomplete"];

    private static readonly VideoOperation[] Operations = [VideoOperation.Get, VideoOperation.Create, VideoOperation.List];

    [Fact]
    public void No_body_throws_or_ends_a_task_without_a_word_a_video_or_an_error()
    {
        var count =
            int.TryParse(Environment.GetEnvironmentVariable("VIDEOTASKS_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            ? wanted
            : 50_000;
        VideoVendor[] vendors = [new FlatVendor(), .. VideoVendors.All];
        var mutator = new BodyMutator(Seed);
        var bodies = SampleBodies.Bodies.ToArray();
        var terminal = 0;
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < count; i++)
        {
            var text = i % 3 == 0 ? mutator.Random() : mutator.Mutate(bodies[i % bodies.Length]);
            JsonBody.TryParse(Encoding.UTF8.GetBytes(text), out var body).ShouldBeTrue(text);

            var started = Stopwatch.GetTimestamp();
            VideoTask task;
            try
            {
                var vendor = vendors[i % vendors.Length];
                var operation = Operations[i % Operations.Length];
                var typed = vendor.ReadTyped(operation, new LenientParseNode(JsonBody.Readable(body)));
                task =
                    VideoTaskMapper.Map(
                        vendor.Description, operation, body, i % 2 == 0 ? "asked" : null, typed, DateTimeOffset.UnixEpoch.AddYears(56));
                VideoTaskJson.Serialize(task).Length.ShouldBeGreaterThan(0);
            }
            catch (Exception exception) when (exception is not ShouldAssertException)
            {
                throw new InvalidOperationException($"body {i} of seed {Seed} threw: {text}", exception);
            }

            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
            if (task.IsTerminal)
            {
                terminal++;
                var isTold = HasTerminalWord(body)
                    || (task.RawStatus is null && (task.VideoUrl is not null || task.VideoUrlText is not null || task.Error is not null));
                isTold.ShouldBeTrue($"body {i} of seed {Seed} has nothing that ends it and became {task.Status}: {text}");
            }

            (task.Progress is null or (>= 0 and <= 100)).ShouldBeTrue(text);
            (task.DurationSeconds is null or > 0).ShouldBeTrue(text);
            task.Raw.GetRawText().ShouldBe(body.GetRawText());
        }

        terminal.ShouldBeGreaterThan(count / 100, "the bodies must not all be harmless");
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static bool HasTerminalWord(JsonElement json) => JsonBody.Readable(json) is var readable && Search(readable);

    private static bool Search(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Any(property =>
            (Flags.Contains(Normalize(property.Name)) && property.Value.ToString() is "True" or "true" or "1") || Search(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().Any(Search),
        JsonValueKind.String => TerminalWords.Any(Normalize(json.GetString()!).EndsWith),
        _ => false,
    };

    private static string Normalize(string text) =>
        string.Concat(text.Where(character => character is not ('_' or '-' or '.') && !char.IsWhiteSpace(character))).ToLowerInvariant();
}
