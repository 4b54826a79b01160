using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoTasks.Emulator.Http;
using VideoTasks.Emulator.Tasks;

namespace VideoTasks.Emulator.Vendors.Ezmodel;

/// <summary>ezmodel, by its content page: the bytes with length and name, only when completed; create and read in OpenAI's shape.</summary>
internal sealed class EzmodelApi(VideoEmulatorOptions options, CdnOrigin cdn) : VendorApi(options, cdn)
{
    public override string Name => "ezmodel";

    public override IReadOnlyList<EmulatedContentForm> Forms { get; } = [EmulatedContentForm.Binary];

    protected override void MapOperations(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/videos", Keyed(CreateAsync));
        routes.MapGet("/v1/videos/{id}", OnTask(_ => EzmodelErrors.NotFound, (context, task) => Task(task, task.Poll(Now)).WriteAsync(context)));
        routes.MapMethods("/v1/videos/{id}/content", ["GET", "HEAD"], OnTask(_ => EzmodelErrors.NotFound, ContentAsync));
    }

    protected override string NewId() => $"vid_{Hex(12)}";

    protected override Answer Unauthorized() => EzmodelErrors.Unauthorized;

    protected override Answer UnknownRoute() => EzmodelErrors.UnknownRoute;

    private async Task CreateAsync(HttpContext context)
    {
        var body = await SubmittedBody.ReadAsync(context).ConfigureAwait(false);
        await Create(body).WriteAsync(context).ConfigureAwait(false);
    }

    private Answer Create(SubmittedBody body)
    {
        if (body.Kind == SubmittedBodyKind.Unreadable)
            return EzmodelErrors.Invalid("The body must be JSON or multipart/form-data");
        if (body.Text("prompt") is not { Length: > 0 } prompt)
            return EzmodelErrors.Invalid("prompt is required");
        var task = Add(new(prompt, body.Text("model") ?? "sora-2", body.Text("seconds") ?? "4", body.Text("size") ?? "720x1280"));
        return Task(task, new(TaskPhase.Queued, 0, null));
    }

    private Task ContentAsync(HttpContext context, EmulatedTask task)
    {
        if (task.GetState(Now).Phase != TaskPhase.Completed)
            return EzmodelErrors.NotReady.WriteAsync(context);
        return task.IsExpired(Now, Retention) ? EzmodelErrors.Expired.WriteAsync(context) : DeliverAsync(context, task);
    }

    private static Answer Task(EmulatedTask task, TaskState state) => new(StatusCodes.Status200OK, EzmodelBodies.Task(task, state));
}
