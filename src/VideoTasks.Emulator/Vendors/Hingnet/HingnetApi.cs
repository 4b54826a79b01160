using System.Text.Json;
using System.Text.Json.Nodes;
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

    protected override string NewId() => $"video_{Hex(48)}";

    protected override Answer Unauthorized() => HingnetErrors.Unauthorized;

    protected override Answer UnknownRoute() => HingnetErrors.UnknownRoute;

    protected override Answer NotFound(string id) => HingnetErrors.NotFound(id);

    protected override Answer NotReady(EmulatedTask task, TaskState state) => HingnetErrors.NotReady;

    protected override Answer Expired(EmulatedTask task) => HingnetErrors.Expired;

    protected override JsonObject Body(EmulatedTask task, TaskState state) => HingnetBodies.Task(task, state, Retention, Link);

    protected override Answer Create(SubmittedBody body)
    {
        if (body.Kind == SubmittedBodyKind.Unreadable)
        {
            return HingnetErrors.Invalid("the body must be JSON or multipart/form-data");
        }

        if (body.Text("prompt") is not { Length: > 0 } prompt)
        {
            return HingnetErrors.Invalid("prompt is required");
        }

        if (!body.Is("seconds", JsonValueKind.Number))
        {
            return HingnetErrors.Invalid("seconds must be an integer");
        }

        var model = body.Text("model") ?? "sora-2";
        var reference = HingnetBodies.IsVeo(model) ? JsonValueKind.Array : JsonValueKind.Object;
        if (!body.Is("input_reference", reference))
        {
            return HingnetErrors.Invalid($"input_reference must be {(reference == JsonValueKind.Array ? "a list of URLs" : "an object")}");
        }

        return Queued(Add(new(prompt, model, body.Text("seconds") ?? "4", body.Text("size") ?? "720x1280")));
    }
}
