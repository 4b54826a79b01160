using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoTasks.Emulator.Http;
using VideoTasks.Emulator.Media;
using VideoTasks.Emulator.Tasks;

namespace VideoTasks.Emulator.Vendors;

/// <summary>What all vendors share: tasks, the key check, delivery of a file. Words, bodies and errors are each vendor's own.</summary>
internal abstract class VendorApi(VideoEmulatorOptions options, CdnOrigin cdn)
{
    public abstract string Name { get; }

    /// <summary>What stands for the server of the vendor's document.</summary>
    public virtual string BasePath => $"/{Name}";

    /// <summary>The forms in which this vendor hands over a file; the first is the usual one.</summary>
    public abstract IReadOnlyList<EmulatedContentForm> Forms { get; }

    protected TaskStore Tasks { get; } = new();

    protected DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    protected TimeSpan Retention => options.Retention;

    public void Map(IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup(BasePath);
        MapOperations(routes);
        routes.MapFallback("/{**path}", context => UnknownRoute().WriteAsync(context));
    }

    public EmulatedTask Add(TaskRequest request, EmulatedScenario? scenario = null, string? id = null)
    {
        var task = new EmulatedTask(
            Name, id ?? NewId(), Now, scenario ?? PromptScenario.Read(request.Prompt, options.Scenario, Forms), request, options.MinimumVideoBytes);
        Tasks.Add(task);
        return task;
    }

    public EmulatedTask? Find(string id) => Tasks.Find(id);

    protected abstract void MapOperations(IEndpointRouteBuilder routes);

    protected abstract string NewId();

    protected abstract Answer Unauthorized();

    protected abstract Answer UnknownRoute();

    /// <summary>An operation that needs the key.</summary>
    protected RequestDelegate Keyed(Func<HttpContext, Task> operation) => context =>
        string.Equals(context.Request.Headers.Authorization, $"Bearer {options.ApiKey}", StringComparison.Ordinal)
            ? operation(context)
            : Unauthorized().WriteAsync(context);

    /// <summary>An operation on one task.</summary>
    protected RequestDelegate OnTask(Func<string, Answer> unknown, Func<HttpContext, EmulatedTask, Task> operation) => Keyed(context =>
    {
        // Routing leaves an escaped slash escaped.
        var id = ((string)context.Request.RouteValues["id"]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return Tasks.Find(id) is { } task ? operation(context, task) : unknown(id).WriteAsync(context);
    });

    /// <summary>Hands over the video in the form of the task's scenario.</summary>
    protected Task DeliverAsync(HttpContext context, EmulatedTask task, Func<Uri, DateTimeOffset, JsonObject>? envelope = null)
    {
        switch (task.Scenario.ContentForm ?? Forms[0])
        {
            case EmulatedContentForm.Json when envelope is not null:
                var (link, expiresAt) = cdn.Sign(task);
                return new Answer(StatusCodes.Status200OK, envelope(link, expiresAt)).WriteAsync(context);
            case EmulatedContentForm.Redirect:
                context.Response.Redirect(cdn.Sign(task).Link.AbsoluteUri);
                return Task.CompletedTask;
            default:
                return SendAsync(context, task, task.Video, $"video.{task.Video.Extension}");
        }
    }

    protected Uri Link(EmulatedTask task) => cdn.Sign(task).Link;

    protected Task SendAsync(HttpContext context, EmulatedTask task, SampleFile file, string fileName)
        => FileDelivery.SendAsync(context, file, fileName, task.GetState(Now).EndedAt ?? task.CreatedAt, task.TakeCut());

    protected static string Hex(int length) => RandomNumberGenerator.GetHexString(length, lowercase: true);
}
