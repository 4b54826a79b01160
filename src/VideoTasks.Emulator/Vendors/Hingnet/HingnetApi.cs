using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoTasks.Emulator.Http;
using VideoTasks.Emulator.Tasks;

namespace VideoTasks.Emulator.Vendors.Hingnet;

/// <summary>
/// hingnet, by its two pages: JSON or a form to create; the bytes, resumable, as content. Sora models answer in the words of the page
/// (processing, success, seconds as text), Veo models in those of its schema (in_progress, completed, an integer, <c>video_url</c>).
/// </summary>
internal sealed class HingnetApi(VideoEmulatorOptions options, CdnOrigin cdn) : VendorApi(options, cdn)
{
    public override string Name => "hingnet";

    public override IReadOnlyList<EmulatedContentForm> Forms { get; } = [EmulatedContentForm.Binary, EmulatedContentForm.Redirect];

    protected override void MapOperations(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/videos", Keyed(CreateAsync));
        routes.MapGet("/v1/videos/{id}", OnTask(HingnetErrors.NotFound, (context, task) => Task(task, task.Poll(Now)).WriteAsync(context)));
        routes.MapMethods("/v1/videos/{id}/content", ["GET", "HEAD"], OnTask(HingnetErrors.NotFound, ContentAsync));
    }

    protected override string NewId() => $"video_{Hex(48)}";

    protected override Answer Unauthorized() => HingnetErrors.Unauthorized;

    protected override Answer UnknownRoute() => HingnetErrors.UnknownRoute;

    private async Task CreateAsync(HttpContext context)
    {
        var body = await SubmittedBody.ReadAsync(context).ConfigureAwait(false);
        await Create(body).WriteAsync(context).ConfigureAwait(false);
    }

    private Answer Create(SubmittedBody body)
    {
        if (body.Kind == SubmittedBodyKind.Unreadable)
            return HingnetErrors.Invalid("the body must be JSON or multipart/form-data");
        if (body.Text("prompt") is not { Length: > 0 } prompt)
            return HingnetErrors.Invalid("prompt is required");
        if (!body.Is("seconds", JsonValueKind.Number))
            return HingnetErrors.Invalid("seconds must be an integer");
        var model = body.Text("model") ?? "sora-2";
        var reference = HingnetBodies.IsVeo(model) ? JsonValueKind.Array : JsonValueKind.Object;
        if (!body.Is("input_reference", reference))
            return HingnetErrors.Invalid($"input_reference must be {(reference == JsonValueKind.Array ? "a list of URLs" : "an object")}");
        var task = Add(new(prompt, model, body.Text("seconds") ?? "4", body.Text("size") ?? "720x1280"));
        return Task(task, new(TaskPhase.Queued, 0, null));
    }

    private Task ContentAsync(HttpContext context, EmulatedTask task)
    {
        if (task.GetState(Now).Phase != TaskPhase.Completed)
            return HingnetErrors.NotReady.WriteAsync(context);
        return task.IsExpired(Now, Retention) ? HingnetErrors.Expired.WriteAsync(context) : DeliverAsync(context, task);
    }

    private Answer Task(EmulatedTask task, TaskState state)
        => new(StatusCodes.Status200OK, HingnetBodies.Task(task, state, Retention, Link));
}
