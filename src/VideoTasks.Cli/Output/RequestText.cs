using System.Globalization;
using System.Text.Json;
using VideoTasks.Generated;
using VideoTasks.Vendors;

namespace VideoTasks.Cli.Output;

/// <summary>Where the fields of a request go, in words and as JSON.</summary>
internal static class RequestText
{
    private static readonly (string Name, VideoRequestFieldName[] Places)[] Canonical =
    [
        ("Prompt", [VideoRequestFieldName.Prompt]), ("Model", [VideoRequestFieldName.Model]), ("Seconds", [VideoRequestFieldName.Seconds]),
        ("Size", [VideoRequestFieldName.Size, VideoRequestFieldName.Width, VideoRequestFieldName.Height]),
        ("InputReference", [VideoRequestFieldName.InputReference]),
    ];

    /// <summary>What the request of an operation holds; nothing for one that starts no task.</summary>
    public static void Explain(TextWriter writer, VideoOperationDescription operation, VideoOperationExplanation explanation)
    {
        if (operation.Operation is not (VideoOperation.Create or VideoOperation.Remix or VideoOperation.Edit or VideoOperation.Extend))
        {
            return;
        }

        writer.WriteLine($"request of {VendorText.Word(operation)}");
        if (operation.Request.All(field => field.Location is VideoParameterLocation.Path or VideoParameterLocation.Header))
        {
            writer.WriteLine(
                "  the document says nothing of it: prompt, model, seconds, size and input_reference go into a JSON body by these names");
            return;
        }

        var request = operation.Request.Zip(explanation.Request).ToArray();
        foreach (var (name, places) in Canonical)
        {
            var found = Array.FindAll(request, pair => pair.First.Name is { } field && places.Contains(field));
            foreach (var (field, why) in found)
            {
                writer.WriteLine($"  {field.Name,-14} {Place(field)}: {why.Reason}{Facts(field)}{VendorText.At(why.Source)}");
            }

            if (found.Length == 0)
            {
                writer.WriteLine($"  {name,-14} no place: a request with it is refused");
            }
        }

        foreach (var (field, why) in request.Where(pair => pair.First.Name == VideoRequestFieldName.SourceId))
        {
            writer.WriteLine($"  {"id",-14} {Place(field)}: {why.Reason}{VendorText.At(why.Source)}");
        }

        foreach (var (field, why) in request.Where(pair => pair.First.Name is null && !IsHolder(pair.First, operation.Request)))
        {
            var reach = field.Json is not null
                ? why.Reason
                : field.IsRequired
                ? "required and nothing fills it: --set or a hint"
                : "only by --set, AdditionalProperties";
            writer.WriteLine($"  {"-",-14} {Place(field)}: {reach}{Facts(field)}{VendorText.At(why.Source)}");
        }
    }

    public static void Write(Utf8JsonWriter writer, VideoOperationDescription operation, VideoOperationExplanation explanation)
    {
        writer.WriteStartArray("request");
        foreach (var (field, why) in operation.Request.Zip(explanation.Request))
        {
            writer.WriteStartObject();
            writer.Text("field", field.Name?.ToString());
            writer.Text("in", VendorText.Word(field.Location));
            writer.Text("path", field.Path);
            writer.Text("type", VendorText.Word(field.Type));
            writer.WriteBoolean("required", field.IsRequired);
            writer.Text("value", field.Json);
            writer.Text("alternative", field.Alternative?.ToString(CultureInfo.InvariantCulture));
            writer.Text("reason", why.Reason);
            writer.Text("source", why.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Place(VideoRequestField field) =>
        $"{(field.Location == VideoParameterLocation.Body ? "" : VendorText.Word(field.Location) + " ")}{field.Path}";

    private static string Facts(VideoRequestField field) =>
        (field.IsRequired ? ", required" : "")
        + (field.Unit is { } unit ? $", in {VendorText.Word(unit)}" : "")
        + (field.Json is { } json ? $", {json} unless the request gives another" : "")
        + (field.Alternative is { } alternative ? string.Create(CultureInfo.InvariantCulture, $", in body {alternative + 1}") : "");

    // What holds other fields is there when they are.
    private static bool IsHolder(VideoRequestField field, IReadOnlyList<VideoRequestField> all) =>
        all.Any(other => other.Location == VideoParameterLocation.Body && other.Path.StartsWith(field.Path + "/", StringComparison.Ordinal));
}
