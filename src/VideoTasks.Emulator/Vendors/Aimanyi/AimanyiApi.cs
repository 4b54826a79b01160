using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoTasks.Emulator.Http;
using VideoTasks.Emulator.Tasks;

namespace VideoTasks.Emulator.Vendors.Aimanyi;

/// <summary>
/// aimanyi, by its export: content answers 200 with JSON whose <c>video_url</c> is null until there is one; finished, the channels send the bytes
/// or that JSON with a link. Create and read are in OpenAI's shape.
/// </summary>
internal sealed class AimanyiApi(VideoEmulatorOptions options, CdnOrigin cdn) : VendorApi(options, cdn)
{
    public override string Name => "aimanyi";

    public override IReadOnlyList<EmulatedContentForm> Forms { get; } = [EmulatedContentForm.Binary, EmulatedContentForm.Json];

    protected override void MapOperations(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/videos", Keyed(CreateAsync));
        routes.MapGet("/v1/videos/{id}", OnTask(AimanyiErrors.NotFound, (context, task) => Task(task, task.Poll(Now)).WriteAsync(context)));
        routes.MapMethods("/v1/videos/{id}/content", ["GET", "HEAD"], OnTask(AimanyiErrors.NotFound, ContentAsync));
    }

    protected override string NewId() => $"video_{Guid.NewGuid()}";

    protected override Answer Unauthorized() => AimanyiErrors.Unauthorized;

    protected override Answer UnknownRoute() => AimanyiErrors.UnknownRoute;

    private async Task CreateAsync(HttpContext context)
    {
        var body = await SubmittedBody.ReadAsync(context).ConfigureAwait(false);
        await Create(body).WriteAsync(context).ConfigureAwait(false);
    }

    private Answer Create(SubmittedBody body)
    {
        if (body.Kind == SubmittedBodyKind.Unreadable)
            return AimanyiErrors.Invalid("the body must be JSON or multipart/form-data");
        if (body.Text("prompt") is not { Length: > 0 } prompt)
            return AimanyiErrors.Invalid("prompt is required");
        var task = Add(new(prompt, body.Text("model") ?? "veo3-fast", body.Text("seconds") ?? "4", body.Text("size") ?? "720x1280"));
        return Task(task, new(TaskPhase.Queued, 0, null));
    }

    private Task ContentAsync(HttpContext context, EmulatedTask task)
    {
        var state = task.GetState(Now);
        if (state.Phase != TaskPhase.Completed)
            return new Answer(StatusCodes.Status200OK, AimanyiBodies.Content(task, state, Now, null)).WriteAsync(context);
        if (task.IsExpired(Now, Retention))
            return AimanyiErrors.Expired(task.Id).WriteAsync(context);
        return DeliverAsync(context, task, (link, _) => AimanyiBodies.Content(task, state, Now, link));
    }

    private static Answer Task(EmulatedTask task, TaskState state) => new(StatusCodes.Status200OK, AimanyiBodies.Task(task, state));
}
