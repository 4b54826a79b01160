using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoTasks.Emulator.Http;
using VideoTasks.Emulator.Tasks;

namespace VideoTasks.Emulator.Vendors.Skyengine;

/// <summary>
/// skyengine, by its published document: a form to create, <c>video_url</c> in JSON or the bytes as content, remix; every error is a 400.
/// </summary>
internal sealed class SkyengineApi(VideoEmulatorOptions options, CdnOrigin cdn) : VendorApi(options, cdn)
{
    public override string Name => "skyengine";

    public override IReadOnlyList<EmulatedContentForm> Forms { get; } = [EmulatedContentForm.Json, EmulatedContentForm.Binary];

    protected override void MapOperations(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/videos", Keyed(CreateAsync));
        routes.MapGet("/v1/videos/{id}", OnTask(SkyengineErrors.NotFound, (context, task) => Task(task, task.Poll(Now)).WriteAsync(context)));
        routes.MapMethods("/v1/videos/{id}/content", ["GET", "HEAD"], OnTask(SkyengineErrors.NotFound, ContentAsync));
        routes.MapPost("/v1/videos/{id}/remix", OnTask(SkyengineErrors.NotFound, RemixAsync));
    }

    protected override string NewId() => $"video_{Random.Shared.NextInt64(100_000_000, 1_000_000_000)}";

    protected override Answer Unauthorized() => SkyengineErrors.Unauthorized;

    protected override Answer UnknownRoute() => SkyengineErrors.UnknownRoute;

    private async Task CreateAsync(HttpContext context)
    {
        var body = await SubmittedBody.ReadAsync(context).ConfigureAwait(false);
        await Create(body).WriteAsync(context).ConfigureAwait(false);
    }

    private Answer Create(SubmittedBody body)
    {
        if (body.Kind != SubmittedBodyKind.Form)
            return SkyengineErrors.Invalid("the body must be multipart/form-data");
        if (body.Text("model") is not { Length: > 0 } model)
            return SkyengineErrors.Invalid("model is required");
        if (body.Text("prompt") is not { Length: > 0 } prompt)
            return SkyengineErrors.Invalid("prompt is required");
        var size = body.Text("size") ?? "720x1280";
        if (size is not ("720x1280" or "1280x720"))
            return SkyengineErrors.Invalid("size must be 720x1280 or 1280x720");
        var seconds = body.Text("seconds") ?? "4";
        if (seconds is not ("4" or "8" or "12"))
            return SkyengineErrors.Invalid("seconds must be 4, 8 or 12");
        var task = Add(new(prompt, model, seconds, size));
        return Task(task, new(TaskPhase.Queued, 0, null));
    }

    private Task ContentAsync(HttpContext context, EmulatedTask task)
    {
        var state = task.GetState(Now);
        if (state.Phase != TaskPhase.Completed)
            return SkyengineErrors.NotReady(state).WriteAsync(context);
        if (task.IsExpired(Now, Retention))
            return SkyengineErrors.Expired.WriteAsync(context);
        return DeliverAsync(context, task, (link, expiresAt) => SkyengineBodies.Content(link, expiresAt));
    }

    private async Task RemixAsync(HttpContext context, EmulatedTask task)
    {
        var body = await SubmittedBody.ReadAsync(context).ConfigureAwait(false);
        await Remix(body, task).WriteAsync(context).ConfigureAwait(false);
    }

    private Answer Remix(SubmittedBody body, EmulatedTask source)
    {
        if (body.Kind != SubmittedBodyKind.Json)
            return SkyengineErrors.Invalid("the body must be JSON");
        if (body.Text("prompt") is not { Length: > 0 } prompt || body.Text("model") is not { Length: > 0 } model)
            return SkyengineErrors.Invalid("prompt and model are required");
        if (source.GetState(Now) is { Phase: not TaskPhase.Completed } state)
            return SkyengineErrors.NotReady(state);
        var remix = Add(source.Request with { Prompt = prompt, Model = model, RemixedFrom = source.Id });
        return Task(remix, new(TaskPhase.Queued, 0, null));
    }

    private Answer Task(EmulatedTask task, TaskState state)
    {
        JsonObject body = SkyengineBodies.Task(task, state, Retention);
        return new(StatusCodes.Status200OK, body);
    }
}
