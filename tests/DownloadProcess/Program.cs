using System.Globalization;
using VideoTasks;
using VideoTasks.Tests.Download;

// BASE-URL ID PATH [connections]   downloads to a file and prints the result, or the error's reason and message; exit code 1 on an error.
// BASE-URL ID open|to --memory     reads as a stream and prints what that cost.
// --many                           downloads what its input asks for, with the options of the chaos tests.
// BASE-URL ID PATH --stream        downloads to a file's stream, and keeps its checkpoints in PATH.checkpoint.
if (args is ["--many"])
{
    await new ManyRun(new()
    {
        RetryDelay = TimeSpan.FromMilliseconds(5),
        MaxRetryDelay = TimeSpan.FromMilliseconds(100),
        ReadyTimeout = TimeSpan.FromSeconds(10),
        StallTimeout = TimeSpan.FromMilliseconds(1500),
        MaxFailuresInARow = 12,
        FlushToDisk = false,
    }).RunAsync();
    return 0;
}

var client = new VideoTaskClient(new ContentVendor(), new() { BaseUrl = new(args[0]), ApiKey = "sk-test-key-0123456789" });
if (args is [_, _, _, "--memory"])
{
    Console.WriteLine(await new MemoryRun(client, args[1]).RunAsync(args[2]));
    return 0;
}

var options = new VideoFileDownloadOptions
{
    Connections = args is [_, _, _, not "--stream", ..] ? int.Parse(args[3], CultureInfo.InvariantCulture) : 1,
    FlushToDisk = false,
    RetryDelay = TimeSpan.FromMilliseconds(20),
    StallTimeout = TimeSpan.FromSeconds(5),
};
try
{
    if (args is [_, _, _, "--stream"])
    {
        await new StreamRun(client, args[1], args[2]).RunAsync();
        return 0;
    }

    var result = await client.DownloadToFileAsync(args[1], args[2], options);
    Console.WriteLine($"done {result.Length} {result.Sha256} {result.ResumedBytes}");
    return 0;
}
catch (VideoTaskException exception)
{
    Console.WriteLine($"{exception.Reason} {exception.Message}");
    return 1;
}
