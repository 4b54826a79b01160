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
        routes.MapPost(VideosPath, OnBody(Create));
        routes.MapGet(VideosPath + "/{id}", OnTask((context, task) => Answered(task, task.Poll(Now)).WriteAsync(context)));
        routes.MapMethods(VideosPath + "/{id}/content", ["GET", "HEAD"], OnTask(ContentAsync));
        MapMore(routes);
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

    /// <summary>Where videos are, below the base path.</summary>
    protected virtual string VideosPath => "/v1/videos";

    /// <summary>The operations beside create, read and content.</summary>
    protected virtual void MapMore(IEndpointRouteBuilder routes)
    {
    }

    protected abstract string NewId();

    protected abstract Answer Unauthorized();

    protected abstract Answer UnknownRoute();

    protected abstract Answer NotFound(string id);

    /// <summary>What content answers about a task that is not done, or has failed.</summary>
    protected abstract Answer NotReady(EmulatedTask task, TaskState state);

    protected abstract Answer Expired(EmulatedTask task);

    protected abstract Answer Create(SubmittedBody body);

    /// <summary>The task in the vendor's words.</summary>
    protected abstract JsonObject Body(EmulatedTask task, TaskState state);

    protected virtual Task DeliverAsync(HttpContext context, EmulatedTask task) => DeliverAsync(context, task, envelope: null);

    protected Answer Answered(EmulatedTask task, TaskState state) => new(StatusCodes.Status200OK, Body(task, state));

    /// <summary>The answer to a create or a remix.</summary>
    protected Answer Queued(EmulatedTask task) => Answered(task, new(TaskPhase.Queued, 0, null));

    /// <summary>An operation that needs the key.</summary>
    protected RequestDelegate Keyed(Func<HttpContext, Task> operation) => context =>
        string.Equals(context.Request.Headers.Authorization, $"Bearer {options.ApiKey}", StringComparison.Ordinal)
            ? operation(context)
            : Unauthorized().WriteAsync(context);

    /// <summary>An operation with a body.</summary>
    protected RequestDelegate OnBody(Func<SubmittedBody, Answer> operation) => Keyed(async context =>
    {
        var body = await SubmittedBody.ReadAsync(context).ConfigureAwait(false);
        await operation(body).WriteAsync(context).ConfigureAwait(false);
    });

    /// <summary>An operation on one task.</summary>
    protected RequestDelegate OnTask(Func<HttpContext, EmulatedTask, Task> operation) => Keyed(context =>
    {
        // Routing leaves an escaped slash escaped.
        var id = ((string)context.Request.RouteValues["id"]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return Tasks.Find(id) is { } task ? operation(context, task) : NotFound(id).WriteAsync(context);
    });

    /// <summary>An operation on one task, with a body.</summary>
    protected RequestDelegate OnTask(Func<SubmittedBody, EmulatedTask, Answer> operation) => OnTask(async (context, task) =>
    {
        var body = await SubmittedBody.ReadAsync(context).ConfigureAwait(false);
        await operation(body, task).WriteAsync(context).ConfigureAwait(false);
    });

    /// <summary>Hands over the video in the form of the task's scenario.</summary>
    protected Task DeliverAsync(HttpContext context, EmulatedTask task, Func<Uri, DateTimeOffset, JsonObject>? envelope)
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

    private Task ContentAsync(HttpContext context, EmulatedTask task)
    {
        var state = task.GetState(Now);
        if (state.Phase != TaskPhase.Completed)
        {
            return NotReady(task, state).WriteAsync(context);
        }

        return task.IsExpired(Now, Retention) ? Expired(task).WriteAsync(context) : DeliverAsync(context, task);
    }

    protected static string Hex(int length) => RandomNumberGenerator.GetHexString(length, lowercase: true);
}
