using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace VideoTasks.Emulator.Http;

/// <summary>What a client posted: a JSON object, or a form whose fields are strings.</summary>
internal sealed record SubmittedBody(SubmittedBodyKind Kind, JsonObject Fields)
{
    public static async Task<SubmittedBody> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        SubmittedBody body;
        if (request.HasFormContentType)
        {
            body = await ReadFormAsync(request, context.RequestAborted).ConfigureAwait(false);
        }
        else if (request.HasJsonContentType())
        {
            body = await ReadJsonAsync(request, context.RequestAborted).ConfigureAwait(false);
        }
        else
        {
            body = new(SubmittedBodyKind.Unreadable, []);
        }

        if (body.Kind != SubmittedBodyKind.Unreadable && context.Items[typeof(EmulatorRequest)] is EmulatorRequest logged)
        {
            logged.Body = body.Fields;
        }

        return body;
    }

    /// <summary>A field as text, whatever its JSON type; null when it is absent.</summary>
    public string? Text(string name) => Fields[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var node => node.ToJsonString(),
    };

    /// <summary>Whether a field came as this JSON type; an absent one is of every type, and a form's fields are all strings.</summary>
    public bool Is(string name, JsonValueKind kind) => Kind == SubmittedBodyKind.Form || Fields[name] is not { } node || node.GetValueKind() == kind;

    private static async Task<SubmittedBody> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var form = await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
            var fields = new JsonObject();
            foreach (var (name, value) in form)
            {
                fields[name] = value.ToString();
            }

            foreach (var file in form.Files)
            {
                fields[file.Name] = new JsonObject { ["filename"] = file.FileName, ["contentType"] = file.ContentType, ["length"] = file.Length };
            }

            return new(SubmittedBodyKind.Form, fields);
        }
        catch (InvalidDataException)
        {
            return new(SubmittedBodyKind.Unreadable, []);
        }
    }

    private static async Task<SubmittedBody> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var node = await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken).ConfigureAwait(false);
            return node is JsonObject fields ? new(SubmittedBodyKind.Json, fields) : new(SubmittedBodyKind.Unreadable, []);
        }
        catch (JsonException)
        {
            return new(SubmittedBodyKind.Unreadable, []);
        }
    }
}

internal enum SubmittedBodyKind
{
    Unreadable,
    Json,
    Form,
}
