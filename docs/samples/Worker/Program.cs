using VideoTasks.Emulator;
using Worker;

// For the vendor itself: no emulator, and the key in the configuration, VideoTasks:hingnet:ApiKey.
await using var emulator = await VideoEmulator.StartAsync(new() { Scenario = new() { Polls = 2 } });

var progress = new Progress();
var builder = Host.CreateApplicationBuilder(args);
builder.Configuration["VideoTasks:hingnet:ApiKey"] = emulator.ApiKey;
builder.Configuration["VideoTasks:hingnet:BaseUrl"] = emulator.GetBaseUrl("hingnet").ToString();
builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("VideoTasks", LogLevel.Warning);

builder.Services.AddVideoTasks();
builder.Services.AddSingleton(emulator);
builder.Services.AddSingleton(progress);
builder.Services.AddHostedService<VideoWorker>();

await builder.Build().RunAsync();

Console.WriteLine($"{progress.Verified} of {progress.Wanted} videos are byte for byte what the vendor made; at most {progress.MostAtOnce} at once.");
return progress.Verified == progress.Wanted ? 0 : 1;
