using System.Collections.Concurrent;
using System.Globalization;
using VideoTasks.Tests.Download.Files;

namespace VideoTasks.Tests.Download;

/// <summary>
/// Downloads from servers that misbehave at random, reproducibly by their seed, and processes that are killed at random. A few in the tests;
/// <c>VIDEOTASKS_CHAOS=1000</c> runs as many downloads, and a tenth as many processes.
/// </summary>
public sealed class ChaosTests
{
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("VIDEOTASKS_CHAOS") ?? "40", CultureInfo.InvariantCulture);

    /// <summary>Four downloads side by side hold some MB of buffers; a body each, or what failed downloads leave behind, would be hundreds.</summary>
    private const long MostLive = 48_000_000;
    private const long MostLeft = 24_000_000;
    private const int MostHandles = 8;

    [Fact]
    public async Task Every_download_ends_in_the_exact_file_or_in_an_error_and_leaks_no_key_no_memory_and_no_handle()
    {
        await using var process = new ChaosProcess();
        var leaks = new ConcurrentQueue<string>();
        var outcomes = new ConcurrentDictionary<string, int>();
        await Parallel.ForAsync(
            0, Count, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (seed, cancellationToken) =>
        {
            var random = new Random(seed);
            var video = DownloadFixture.Mp4(random.Next(1_000_000, Count > 100 ? 20_000_000 : 4_000_000), seed);
            await using var cdn = new FaultServer(exchange => MisbehaveAsync(exchange, video, seed));
            await using var fixture = new DownloadFixture(exchange => (seed % 3) switch
            {
                0 => MisbehaveAsync(exchange, video, seed),
                1 => exchange.RedirectAsync($"{cdn.Url}/file.mp4?sig={exchange.Request.Number}"),
                _ => exchange.JsonAsync($$"""{"video_url":"{{cdn.Url}}/file.mp4?sig={{exchange.Request.Number}}"}"""),
            });
            var connections = random.Next(3) == 0 ? random.Next(2, 6) : 1;
            var outcome = await process.DownloadAsync(fixture, connections).WaitAsync(TimeSpan.FromMinutes(3), cancellationToken);
            if (outcome == "exact")
            {
                (await File.ReadAllBytesAsync(fixture.Target, cancellationToken)).AsSpan()
                    .SequenceEqual(video)
                    .ShouldBeTrue($"seed {seed}: the bytes differ");
                fixture.Files.ShouldBe(["out.mp4"], $"seed {seed}");
            }
            else
            {
                Enum.IsDefined(typeof(VideoTaskErrorReason), outcome).ShouldBeTrue($"seed {seed}: {outcome}");
                File.Exists(fixture.Target).ShouldBeFalse($"seed {seed}");
            }

            outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);
            foreach (var request in cdn.Requests.Where(request => request.Text.Contains(DownloadFixture.Key, StringComparison.Ordinal)))
            {
                leaks.Enqueue(request.Text);
            }
        });

        var cost = await process.FinishAsync();
        TestContext.Current.TestOutputHelper!.WriteLine(cost.ToString());
        cost.Live.ShouldBeLessThan(MostLive);
        cost.Left.ShouldBeLessThan(MostLeft);
        cost.Files.ShouldBeLessThanOrEqualTo(MostHandles);
        cost.Timers.ShouldBeLessThanOrEqualTo(MostHandles);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(", ", outcomes.Select(outcome => $"{outcome.Key}: {outcome.Value}")));
        leaks.ShouldBeEmpty();
        outcomes["exact"].ShouldBeGreaterThan(Count * 9 / 10, "the faults are such that nearly every download can get through");
    }

    [Fact]
    public async Task Streams_that_are_gone_on_with_from_checkpoint_to_checkpoint_end_in_the_exact_video()
    {
        var resumed = 0L;
        await Parallel.ForAsync(
            0, Count / 2, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (seed, cancellationToken) =>
        {
            var random = new Random(seed);
            var video = DownloadFixture.Mp4(random.Next(500_000, 3_000_000), seed);
            await using var fixture = new DownloadFixture(exchange => MisbehaveAsync(exchange, video, seed));
            using var stream = new MemoryStream();
            var origin = random.Next(3) * 1000;
            stream.SetLength(origin);
            stream.Position = origin;
            VideoDownloadCheckpoint? checkpoint = null;
            for (var call = 0; ; call++)
            {
                call.ShouldBeLessThan(200, $"seed {seed}");
                using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                var patience = random.Next(4) == 0 ? random.Next(video.Length) : long.MaxValue;
                var options = DownloadFixture.QuickStream with
                {
                    MaxFailuresInARow = random.Next(1, 3),
                    StallTimeout = TimeSpan.FromMilliseconds(300),
                    ResumeFrom = checkpoint,
                    ProgressInterval = TimeSpan.Zero,
                    Progress = new Reporter<VideoDownloadProgress>(progress => { if (progress.BytesReceived > patience) { cancel.Cancel(); } }),
                };
                try
                {
                    var result = await fixture.Client.DownloadToAsync(DownloadFixture.Id, stream, options, cancel.Token);
                    stream.GetBuffer()
                        .AsSpan(origin, (int)stream.Length - origin)
                        .SequenceEqual(video)
                        .ShouldBeTrue($"seed {seed}: the bytes differ");
                    result.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(video)), $"seed {seed}");
                    Interlocked.Add(ref resumed, result.ResumedBytes);
                    return;
                }
                catch (Exception exception) when (VideoDownloadState.TryGet(exception, out var state))
                {
                    checkpoint = Next(state.Checkpoint);
                }

                if (checkpoint is not null && random.Next(6) == 0)
                {
                    stream.GetBuffer()[origin + random.Next((int)checkpoint.BytesKept)] ^= 0x10;
                }

                // Without a checkpoint, a caller begins anew; where the stream stands meanwhile is nobody's business with one.
                stream.Position = checkpoint is null ? origin : random.Next((int)stream.Length);
            }
        });

        resumed.ShouldBeGreaterThan(0);

        static VideoDownloadCheckpoint? Next(VideoDownloadCheckpoint? checkpoint) =>
            checkpoint is null ? null : VideoDownloadCheckpoint.Parse(checkpoint.ToString());
    }

    [Fact]
    public async Task Two_gateways_in_turn_under_one_target_never_end_in_a_mixed_file()
    {
        var ended = 0;
        await Parallel.ForAsync(
            0, Count / 2, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (seed, cancellationToken) =>
        {
            var random = new Random(seed);
            var length = random.Next(1_000_000, 6_000_000);
            byte[][] videos = [DownloadFixture.Mp4(length, seed), DownloadFixture.Mp4(length, seed + 1_000_000)];
            await using var first = new DownloadFixture(exchange => MisbehaveAsync(exchange, videos[0], seed));
            await using var second = new DownloadFixture(exchange => MisbehaveAsync(exchange, videos[1], seed));
            for (var call = 0; call < 60; call++)
            {
                var turn = random.Next(2);
                var options = DownloadFixture.Quick with
                {
                    MaxFailuresInARow = random.Next(1, 3),
                    StallTimeout = TimeSpan.FromMilliseconds(300),
                    Connections = random.Next(3) == 0 ? 3 : 1,
                };
                try
                {
                    await (turn == 0 ? first : second).DownloadAsync(options, first.Target, cancellationToken);
                }
                catch (VideoTaskException)
                {
                    File.Exists(first.Target).ShouldBeFalse($"seed {seed}");
                    continue;
                }

                var bytes = await File.ReadAllBytesAsync(first.Target, cancellationToken);
                bytes.AsSpan().SequenceEqual(videos[turn]).ShouldBeTrue($"seed {seed}: the bytes are not those of the gateway that was asked");
                Interlocked.Increment(ref ended);
                return;
            }
        });

        ended.ShouldBeGreaterThan(Count / 2 * 9 / 10);
    }

    [Fact]
    public async Task Processes_that_are_killed_at_any_moment_end_in_the_exact_file()
    {
        var random = new Random(Count);
        for (var run = 0; run < Math.Max(2, Count / 10); run++)
        {
            var video = DownloadFixture.Mp4(random.Next(1_000_000, 6_000_000), run);
            await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(video, new()
            {
                Pause = TimeSpan.FromMilliseconds(5),
                ChunkLength = 32 * 1024,
                CutAfter = exchange.Request.Number % 4 == 0 ? 500_000 : null,
            }));
            using (var process = ProcessTests.Start(fixture, run % 3 == 0 ? 4 : 1))
            {
                await Task.Delay(random.Next(100, 900), TestContext.Current.CancellationToken);
                process.Kill();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            // A process that was quicker than the kill has its file already.
            if (!File.Exists(fixture.Target))
            {
                await fixture.DownloadAsync(DownloadFixture.Quick with { Connections = run % 2 == 0 ? 1 : 3 });
            }

            (await File.ReadAllBytesAsync(fixture.Target, TestContext.Current.CancellationToken)).AsSpan()
                .SequenceEqual(video)
                .ShouldBeTrue($"run {run}");
        }
    }

    private static async Task MisbehaveAsync(FaultExchange exchange, byte[] video, int seed)
    {
        var random = new Random((seed * 7919) + exchange.Request.Number);
        var etag = (seed % 5) switch { 0 => null, 1 => "W/\"v\"", _ => "\"v1\"" };
        var serving = new Serving { ETag = etag };
        switch (random.Next(14))
        {
            case 0:
                exchange.Reset();
                break;
            case 1:
                await exchange.JsonAsync("""{"error":{"message":"busy"}}""", random.Next(2) == 0 ? 503 : 429, ("Retry-After", "0"));
                break;
            case 2 or 3 or 4:
                await exchange.ServeAsync(video, serving with { CutAfter = random.Next(video.Length) });
                break;
            case 5:
                await exchange.ServeAsync(video, serving with { CutAfter = random.Next(video.Length), ThenReset = true });
                break;
            case 6 when random.Next(4) == 0:
                await exchange.ServeAsync(video, serving with { CutAfter = random.Next(video.Length), ThenStall = true });
                break;
            case 7:
                await exchange.ServeAsync(video, serving with { IgnoresRange = true });
                break;
            case 8 when exchange.Request.Bytes is { } range:
                // A range from somewhere else, labelled truthfully.
                var from = Math.Max(0, (int)range.From - 1000);
                await exchange.RespondAsync(
                    206, "video/mp4", video.AsMemory(from), ("Content-Range", $"bytes {from}-{video.Length - 1}/{video.Length}"));
                break;
            case 9 when exchange.Request.Bytes is { }:
                await exchange.RespondAsync(206, "video/mp4", video.AsMemory(video.Length / 2));
                break;
            case 10 when !exchange.Request.IsTask && exchange.Request.Target.Contains("sig=", StringComparison.Ordinal):
                await exchange.HeadAsync(403, ("Content-Length", "0"));
                break;
            default:
                await exchange.ServeAsync(video, serving);
                break;
        }
    }
}
