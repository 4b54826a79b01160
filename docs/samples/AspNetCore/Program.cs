using VideoTasks;
using VideoTasks.Emulator;

// For the vendor itself: no emulator, and the key in the configuration, VideoTasks:hingnet:ApiKey.
await using var emulator = await VideoEmulator.StartAsync(new() { Scenario = new() { Polls = 2 } });

var builder = WebApplication.CreateBuilder(args);
builder.Configuration["VideoTasks:hingnet:ApiKey"] = emulator.ApiKey;
builder.Configuration["VideoTasks:hingnet:BaseUrl"] = emulator.GetBaseUrl("hingnet").ToString();
builder.Services.AddVideoTasks();

var app = builder.Build();

app.MapPost("/videos", async (Order order, IVideoTaskClientFactory clients, CancellationToken cancellationToken) =>
{
    var task = await clients.GetClient("hingnet").CreateAsync(new() { Model = "sora-2", Prompt = order.Prompt }, cancellationToken);
    return Results.Accepted($"/videos/{task.Handle}", Answer.Of(task));
});

app.MapGet("/videos/{vendor}/{id}", async (string vendor, string id, IVideoTaskClientFactory clients, CancellationToken cancellationToken) =>
    Answer.Of(await clients.GetClient(vendor).GetAsync(id, cancellationToken)));

// The bytes go through as they come; nothing is held in memory.
app.MapGet("/videos/{vendor}/{id}/content", async (string vendor, string id, IVideoTaskClientFactory clients, CancellationToken cancellationToken) =>
{
    var content = await clients.GetClient(vendor).OpenContentAsync(id, cancellationToken: cancellationToken);
    return Results.Stream(content.Stream, content.MediaType);
});

app.Run();

internal sealed record Order(string Prompt);

internal sealed record Answer(string Handle, string Status, double? Progress)
{
    public static Answer Of(VideoTask task) => new(task.Handle.ToString(), task.Status.ToWord(), task.Progress);
}
