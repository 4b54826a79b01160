using System.Text.Json.Nodes;
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

    protected override string NewId() => $"video_{Guid.NewGuid()}";

    protected override Answer Unauthorized() => AimanyiErrors.Unauthorized;

    protected override Answer UnknownRoute() => AimanyiErrors.UnknownRoute;

    protected override Answer NotFound(string id) => AimanyiErrors.NotFound(id);

    protected override Answer NotReady(EmulatedTask task, TaskState state) =>
        new(StatusCodes.Status200OK, AimanyiBodies.Content(task, state, Now, null));

    protected override Answer Expired(EmulatedTask task) => AimanyiErrors.Expired(task.Id);

    protected override JsonObject Body(EmulatedTask task, TaskState state) => AimanyiBodies.Task(task, state);

    protected override Task DeliverAsync(HttpContext context, EmulatedTask task)
        => DeliverAsync(context, task, (link, _) => AimanyiBodies.Content(task, task.GetState(Now), Now, link));

    protected override Answer Create(SubmittedBody body)
    {
        if (body.Kind == SubmittedBodyKind.Unreadable)
        {
            return AimanyiErrors.Invalid("the body must be JSON or multipart/form-data");
        }

        if (body.Text("prompt") is not { Length: > 0 } prompt)
        {
            return AimanyiErrors.Invalid("prompt is required");
        }

        return Queued(Add(new(prompt, body.Text("model") ?? "veo3-fast", body.Text("seconds") ?? "4", body.Text("size") ?? "720x1280")));
    }
}
