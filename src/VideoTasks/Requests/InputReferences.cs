using System.Globalization;
using System.IO.Enumeration;
using System.Text.Json.Nodes;
using VideoTasks.Generated;
using VideoTasks.Json;
using VideoTasks.Vendors;

namespace VideoTasks.Requests;

/// <summary>Writes the images and videos that a task starts from in a form that the vendor takes.</summary>
internal static class InputReferences
{
    /// <summary>Adds the references of a request to a draft; returns what could not be added, null for nothing.</summary>
    public static string? Write(RequestDraft draft, VideoRequestField field, VideoTaskRequest request, bool isMultipart)
    {
        var references = request.InputReferences;
        var members = draft.Members;
        var name = field.Path.TrimStart('/');
        if (isMultipart)
        {
            draft.Files.AddRange(references.Where(reference => reference.IsUploaded).Select(reference => (name, reference)));
            references = [.. references.Where(reference => !reference.IsUploaded)];
        }

        var urls = references.Select(reference => reference.Url?.OriginalString ?? InputFiles.ToDataUrl(reference)).ToList();
        if (field.Location != VideoParameterLocation.Body)
        {
            draft.Queries[field.Path] = urls[0];
            return Rest(urls.Count);
        }

        if (urls.Count == 0)
        {
            return null;
        }

        var shape = Choose(field.Shapes, request.Model, urls.Count);
        if (shape.Form == VideoInputForm.Parts)
        {
            foreach (var url in urls)
            {
                var part = (JsonObject)Wrap(shape.Key, url);
                part.Insert(0, "type", shape.Key.Split('/', ';')[0]);
                RequestPointer.Set(members, field.Path + "/-", part);
            }

            return null;
        }

        JsonNode value = shape.Form switch
        {
            VideoInputForm.Urls => new JsonArray([.. urls.Select(url => (JsonNode)url)]),
            VideoInputForm.Object => Wrap(shape.Key, urls[0]),
            VideoInputForm.Objects => new JsonArray([.. urls.Select(url => Wrap(shape.Key, url))]),
            _ => JsonValue.Create(urls[0]),
        };
        RequestPointer.Set(members, field.Path, value);
        return IsOfMany(shape) ? null : Rest(urls.Count);
    }

    // A shape for this model wins over one for all; one for many URLs is used for many, else one for a single URL.
    private static VideoInputShape Choose(IReadOnlyList<VideoInputShape> shapes, string? model, int count) =>
        shapes.Where(
            shape => shape.Form != VideoInputForm.File
                && (shape.Model is null || FileSystemName.MatchesSimpleExpression(shape.Model, model ?? "", ignoreCase: true)))
            .OrderByDescending(shape => shape.Model is { } pattern && pattern != "*")
            .ThenByDescending(shape => IsOfMany(shape) == count > 1)
            .FirstOrDefault() ?? new();

    private static bool IsOfMany(VideoInputShape shape) => shape.Form is VideoInputForm.Urls or VideoInputForm.Objects;

    private static string? Rest(int count) =>
        count > 1 ? $"more than one input reference ({count.ToString(CultureInfo.InvariantCulture)} are given)" : null;

    // image_url/url;type=image_url: the nested names, and what stands beside them.
    private static JsonNode Wrap(string key, string url)
    {
        var parts = key.Split(';');
        JsonNode value = JsonValue.Create(url);
        foreach (var name in Enumerable.Reverse(parts[0].Split('/')))
        {
            value = new JsonObject { [name] = value };
        }

        foreach (var constant in parts.Skip(1).Select(part => part.Split('=', 2)))
        {
            ((JsonObject)value).Insert(0, constant[0], constant[1]);
        }

        return value;
    }
}
