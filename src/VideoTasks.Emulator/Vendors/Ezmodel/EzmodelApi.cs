using System.Text.Json.Nodes;
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

    protected override string NewId() => $"vid_{Hex(12)}";

    protected override Answer Unauthorized() => EzmodelErrors.Unauthorized;

    protected override Answer UnknownRoute() => EzmodelErrors.UnknownRoute;

    protected override Answer NotFound(string id) => EzmodelErrors.NotFound;

    protected override Answer NotReady(EmulatedTask task, TaskState state) => EzmodelErrors.NotReady;

    protected override Answer Expired(EmulatedTask task) => EzmodelErrors.Expired;

    protected override JsonObject Body(EmulatedTask task, TaskState state) => EzmodelBodies.Task(task, state);

    protected override Answer Create(SubmittedBody body)
    {
        if (body.Kind == SubmittedBodyKind.Unreadable)
        {
            return EzmodelErrors.Invalid("The body must be JSON or multipart/form-data");
        }

        if (body.Text("prompt") is not { Length: > 0 } prompt)
        {
            return EzmodelErrors.Invalid("prompt is required");
        }

        return Queued(Add(new(prompt, body.Text("model") ?? "sora-2", body.Text("seconds") ?? "4", body.Text("size") ?? "720x1280")));
    }
}
