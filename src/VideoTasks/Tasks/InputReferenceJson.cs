using System.Text.Json;

namespace VideoTasks.Tasks;

/// <summary>Input references as JSON, and back.</summary>
internal static class InputReferenceJson
{
    public static void Write(Utf8JsonWriter writer, VideoInputReference reference)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(reference);
        if (reference.Open is not null)
        {
            throw new NotSupportedException(
                "An input reference that is a stream has no JSON: nothing could open it again. Use FromUrl, FromFile or FromBytes.");
        }

        writer.WriteStartObject();
        if (reference.Url is { } url)
        {
            writer.WriteString("url", url.OriginalString);
        }
        else if (reference.Path is { } path)
        {
            writer.WriteString("path", path);
        }
        else
        {
            writer.WriteBase64String("data", reference.Content.GetValueOrDefault().Span);
            writer.WriteString("mediaType", reference.MediaType);
            writer.WriteOptional("fileName", reference.FileName);
        }

        writer.WriteEndObject();
    }

    /// <exception cref="JsonException">It is none, or more than one.</exception>
    public static VideoInputReference Read(JsonElement json)
    {
        var members = JsonMembers.Of("an input reference", json);
        var (url, path, data) = (members.Text("url"), members.Text("path"), members.Bytes("data"));
        try
        {
            return (url, path, data) switch
            {
                ({ } text, null, null) when Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri) => VideoInputReference.FromUrl(uri),
                (null, { Length: > 0 }, null) => VideoInputReference.FromFile(path),
                (null, null, { } bytes) => VideoInputReference.FromBytes(bytes, members.Text("mediaType") ?? "", members.Text("fileName")),
                _ => throw Invalid(),
            };
        }
        catch (ArgumentException exception)
        {
            throw Invalid(exception);
        }
    }

    private static JsonException Invalid(Exception? cause = null) => new(
        "The JSON is no input reference: it has one of 'url', 'path' and 'data', the last in base64 with a 'mediaType' such as image/png.", cause);
}
