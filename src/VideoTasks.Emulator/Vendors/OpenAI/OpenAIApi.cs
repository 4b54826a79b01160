using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VideoTasks.Emulator.Http;
using VideoTasks.Emulator.Media;
using VideoTasks.Emulator.Tasks;

namespace VideoTasks.Emulator.Vendors.OpenAI;

/// <summary>The shape that all follow, by its published document: create, read, list by pages, delete, remix, content in three variants.</summary>
internal sealed class OpenAIApi(VideoEmulatorOptions options, CdnOrigin cdn) : VendorApi(options, cdn)
{
    public override string Name => "openai";

    // The document's server ends in /v1 and its paths begin with /videos.
    public override string BasePath => "/openai/v1";

    // The redirect is what gateways that serve this shape do.
    public override IReadOnlyList<EmulatedContentForm> Forms { get; } = [EmulatedContentForm.Binary, EmulatedContentForm.Redirect];

    protected override string VideosPath => "/videos";

    protected override void MapMore(IEndpointRouteBuilder routes)
    {
        routes.MapGet(VideosPath, Keyed(context => List(context.Request.Query).WriteAsync(context)));
        routes.MapDelete(VideosPath + "/{id}", OnTask((context, task) => Delete(task).WriteAsync(context)));
        routes.MapPost(VideosPath + "/{id}/remix", OnTask(Remix));
    }

    protected override string NewId() => $"video_{Hex(48)}";

    protected override Answer Unauthorized() => OpenAIErrors.Unauthorized;

    protected override Answer UnknownRoute() => OpenAIErrors.UnknownRoute;

    protected override Answer NotFound(string id) => OpenAIErrors.NotFound(id);

    protected override Answer NotReady(EmulatedTask task, TaskState state) => OpenAIErrors.NotReady;

    protected override Answer Expired(EmulatedTask task) => OpenAIErrors.Expired;

    protected override JsonObject Body(EmulatedTask task, TaskState state) => OpenAIBodies.Task(task, state, Retention);

    protected override Task DeliverAsync(HttpContext context, EmulatedTask task) => context.Request.Query["variant"].ToString() switch
    {
        "" or "video" => base.DeliverAsync(context, task),
        "thumbnail" => SendAsync(context, task, SampleFile.Thumbnail, "thumbnail.webp"),
        "spritesheet" => SendAsync(context, task, SampleFile.Spritesheet, "spritesheet.jpg"),
        var other => OpenAIErrors.Invalid($"Invalid value: '{other}'. Supported values are: 'video', 'thumbnail', and 'spritesheet'.", "variant")
            .WriteAsync(context),
    };

    protected override Answer Create(SubmittedBody body)
    {
        if (body.Kind == SubmittedBodyKind.Unreadable)
        {
            return OpenAIErrors.Invalid("The body must be JSON or multipart/form-data.", null);
        }

        if (body.Text("prompt") is not { Length: > 0 and <= 32_000 } prompt)
        {
            return OpenAIErrors.Invalid("A prompt of 1 to 32000 characters is required.", "prompt");
        }

        var seconds = body.Text("seconds") ?? "4";
        if (!body.Is("seconds", JsonValueKind.String) || seconds is not ("4" or "8" or "12"))
        {
            return OpenAIErrors.Invalid("Invalid type or value for 'seconds': expected one of '4', '8', or '12'.", "seconds");
        }

        var size = body.Text("size") ?? "720x1280";
        if (size is not ("720x1280" or "1280x720" or "1024x1792" or "1792x1024"))
        {
            return OpenAIErrors.Invalid($"Invalid value: '{size}'.", "size");
        }

        if (body.Kind == SubmittedBodyKind.Json && !body.Is("input_reference", JsonValueKind.Object))
        {
            return OpenAIErrors.Invalid("Invalid type for 'input_reference': expected an object.", "input_reference");
        }

        return Queued(Add(new(prompt, body.Text("model") ?? "sora-2", seconds, size)));
    }

    private Answer List(IQueryCollection query)
    {
        var limit = 20;
        if (query["limit"].ToString() is { Length: > 0 } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit > 100))
        {
            return OpenAIErrors.Invalid("Expected an integer from 0 to 100.", "limit");
        }

        var tasks = Tasks.Oldest();
        if (!string.Equals(query["order"], "asc", StringComparison.Ordinal))
        {
            tasks.Reverse();
        }

        if (query["after"].ToString() is { Length: > 0 } after)
        {
            var last = tasks.FindIndex(task => task.Id == after);
            if (last < 0)
            {
                return OpenAIErrors.Invalid($"No video with id '{after}' exists.", "after");
            }

            tasks.RemoveRange(0, last + 1);
        }

        var page = tasks.Take(limit).Select(task => OpenAIBodies.Task(task, task.GetState(Now), Retention)).ToArray();
        return new(StatusCodes.Status200OK, OpenAIBodies.List(page, hasMore: tasks.Count > limit));
    }

    private Answer Delete(EmulatedTask task)
    {
        if (task.GetState(Now).Phase is not (TaskPhase.Completed or TaskPhase.Failed))
        {
            return OpenAIErrors.Invalid("Only a completed or failed video can be deleted.", null);
        }

        Tasks.Remove(task.Id);
        return new(StatusCodes.Status200OK, new() { ["id"] = task.Id, ["object"] = "video.deleted", ["deleted"] = true });
    }

    private Answer Remix(SubmittedBody body, EmulatedTask source)
    {
        if (body.Text("prompt") is not { Length: > 0 } prompt)
        {
            return OpenAIErrors.Invalid("A prompt of 1 to 32000 characters is required.", "prompt");
        }

        if (source.GetState(Now).Phase != TaskPhase.Completed)
        {
            return OpenAIErrors.NotReady;
        }

        return Queued(Add(source.Request with { Prompt = prompt, RemixedFrom = source.Id }));
    }
}
