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

    protected override void MapMore(IEndpointRouteBuilder routes) => routes.MapPost(VideosPath + "/{id}/remix", OnTask(Remix));

    protected override string NewId() => $"video_{Random.Shared.NextInt64(100_000_000, 1_000_000_000)}";

    protected override Answer Unauthorized() => SkyengineErrors.Unauthorized;

    protected override Answer UnknownRoute() => SkyengineErrors.UnknownRoute;

    protected override Answer NotFound(string id) => SkyengineErrors.NotFound(id);

    protected override Answer NotReady(EmulatedTask task, TaskState state) => SkyengineErrors.NotReady(state);

    protected override Answer Expired(EmulatedTask task) => SkyengineErrors.Expired;

    protected override JsonObject Body(EmulatedTask task, TaskState state) => SkyengineBodies.Task(task, state, Retention);

    protected override Task DeliverAsync(HttpContext context, EmulatedTask task)
        => DeliverAsync(context, task, (link, expiresAt) => SkyengineBodies.Content(link, expiresAt));

    protected override Answer Create(SubmittedBody body)
    {
        if (body.Kind != SubmittedBodyKind.Form)
        {
            return SkyengineErrors.Invalid("the body must be multipart/form-data");
        }

        if (body.Text("model") is not { Length: > 0 } model)
        {
            return SkyengineErrors.Invalid("model is required");
        }

        if (body.Text("prompt") is not { Length: > 0 } prompt)
        {
            return SkyengineErrors.Invalid("prompt is required");
        }

        var size = body.Text("size") ?? "720x1280";
        if (size is not ("720x1280" or "1280x720"))
        {
            return SkyengineErrors.Invalid("size must be 720x1280 or 1280x720");
        }

        var seconds = body.Text("seconds") ?? "4";
        if (seconds is not ("4" or "8" or "12"))
        {
            return SkyengineErrors.Invalid("seconds must be 4, 8 or 12");
        }

        return Queued(Add(new(prompt, model, seconds, size)));
    }

    private Answer Remix(SubmittedBody body, EmulatedTask source)
    {
        if (body.Kind != SubmittedBodyKind.Json)
        {
            return SkyengineErrors.Invalid("the body must be JSON");
        }

        if (body.Text("prompt") is not { Length: > 0 } prompt || body.Text("model") is not { Length: > 0 } model)
        {
            return SkyengineErrors.Invalid("prompt and model are required");
        }

        if (source.GetState(Now) is { Phase: not TaskPhase.Completed } state)
        {
            return SkyengineErrors.NotReady(state);
        }

        return Queued(Add(source.Request with { Prompt = prompt, Model = model, RemixedFrom = source.Id }));
    }
}
