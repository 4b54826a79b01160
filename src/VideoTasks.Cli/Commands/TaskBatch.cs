using System.Collections.Concurrent;
using System.CommandLine;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Commands;

/// <summary>One task, or several of which some are worked on at a time: each has its result, and the worst has the exit code.</summary>
internal static class TaskBatch
{
    private const int Default = 4;

    public static Option<int?> Concurrency { get; } =
        Numbers.Option("--concurrency", $"How many of several tasks are worked on at a time, 1 to 64; {Default} by default.", 1, 64);

    /// <summary>What is done with one task; returns the exit code.</summary>
    public delegate Task<int> Work(IVideoTaskClient client, VideoTaskHandle handle, CancellationToken token);

    /// <param name="runner">The command.</param>
    /// <param name="parsed">Its words.</param>
    /// <param name="work">What is done with each task.</param>
    /// <param name="goOn">What is said of the tasks that are left, by their handles, when it ends before them.</param>
    /// <param name="token">Ends it.</param>
    public static async Task<int> RunAsync(
        CommandRunner runner, ParseResult parsed, Work work, Func<string, string>? goOn, CancellationToken token)
    {
        var handles = TaskArgument.ReadSeveral(parsed);
        var clients = new VendorClients(parsed, runner.Input);
        var clientOf = new Dictionary<VideoTaskHandle, IVideoTaskClient>();
        foreach (var handle in handles)
        {
            clientOf[handle] = await clients.GetAsync(handle.Vendor, token);
        }

        var left = new ConcurrentDictionary<VideoTaskHandle, bool>(handles.Select(handle => KeyValuePair.Create(handle, true)));
        if (goOn is not null)
        {
            runner.GoOn = () => goOn(string.Join(' ', handles.Where(left.ContainsKey).Select(HandleText.Format)));
        }

        if (handles is [var only])
        {
            return await work(clientOf[only], only, token);
        }

        runner.Console.IsErrorShared = true;
        var exitCodes = new ConcurrentBag<int>();
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = parsed.GetValue(Concurrency) ?? Default, CancellationToken = token,
        };
        await Parallel.ForEachAsync(handles, options, async (handle, stop) =>
        {
            exitCodes.Add(await RunOneAsync(runner.Console, parsed, () => work(clientOf[handle], handle, stop), handle, token));
            left.TryRemove(handle, out _);
        });
        return exitCodes.Aggregate(ExitCode.Worse);
    }

    private static async Task<int> RunOneAsync(
        CommandConsole console, ParseResult parsed, Func<Task<int>> work, VideoTaskHandle handle, CancellationToken token)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException && !token.IsCancellationRequested)
        {
            var problem = Problem.Of(exception);
            console.Message($"{HandleText.Format(handle)}: {problem.Message}");
            if (parsed.GetValue(VendorOptions.Json))
            {
                console.Out.WriteLine(Line(handle, problem));
            }

            return problem.ExitCode;
        }
    }

    private static string Line(VideoTaskHandle handle, Problem problem) => JsonLine.Create(writer =>
    {
        writer.Text("vendor", handle.Vendor);
        writer.Text("id", handle.Id);
        writer.WriteNumber("exitCode", problem.ExitCode);
        writer.Text("problem", problem.Message);
    });
}
