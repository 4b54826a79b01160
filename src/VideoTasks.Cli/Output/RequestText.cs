using System.Globalization;
using System.Text.Json;
using VideoTasks.Vendors;

namespace VideoTasks.Cli.Output;

/// <summary>Where the fields of a request go, in words and as JSON.</summary>
internal static class RequestText
{
    private static readonly (string Name, string[] Places)[] Canonical =
    [
        ("Prompt", ["Prompt"]), ("Model", ["Model"]), ("Seconds", ["Seconds"]), ("Size", ["Size", "Width", "Height"]),
        ("InputReference", ["InputReference"]),
    ];

    /// <summary>What the request of an operation holds; nothing for one that starts no task.</summary>
    public static void Explain(TextWriter writer, VideoOperationDescription operation)
    {
        if (operation.Operation is not (VideoOperation.Create or VideoOperation.Remix or VideoOperation.Edit or VideoOperation.Extend))
        {
            return;
        }

        writer.WriteLine($"request of {VendorText.Word(operation)}");
        if (operation.Request.All(field => field.Location == "path"))
        {
            writer.WriteLine(
                "  the document says nothing of it: prompt, model, seconds, size and input_reference go into a JSON body by these names");
            return;
        }

        foreach (var (name, places) in Canonical)
        {
            var found = operation.Request.Where(field => places.Contains(field.Name)).ToArray();
            foreach (var field in found)
            {
                writer.WriteLine($"  {field.Name,-14} {Place(field)}: {field.Reason}{Facts(field)}{VendorText.At(field.Source)}");
            }

            if (found.Length == 0)
            {
                writer.WriteLine($"  {name,-14} no place: a request with it is refused");
            }
        }

        foreach (var field in operation.Request.Where(field => field.Name == "SourceId"))
        {
            writer.WriteLine($"  {"id",-14} {Place(field)}: {field.Reason}{VendorText.At(field.Source)}");
        }

        foreach (var field in operation.Request.Where(field => field.Name is null && !IsHolder(field, operation.Request)))
        {
            var reach = field.Json is not null
                ? field.Reason
                : field.IsRequired
                ? "required and nothing fills it: --set or a hint"
                : "only by --set, AdditionalProperties";
            writer.WriteLine($"  {"-",-14} {Place(field)}: {reach}{Facts(field)}{VendorText.At(field.Source)}");
        }
    }

    public static void Write(Utf8JsonWriter writer, VideoOperationDescription operation)
    {
        writer.WriteStartArray("request");
        foreach (var field in operation.Request)
        {
            writer.WriteStartObject();
            writer.Text("field", field.Name);
            writer.Text("in", field.Location);
            writer.Text("path", field.Path);
            writer.Text("type", field.Type);
            writer.WriteBoolean("required", field.IsRequired);
            writer.Text("value", field.Json);
            writer.Text("alternative", field.Alternative?.ToString(CultureInfo.InvariantCulture));
            writer.Text("reason", field.Reason);
            writer.Text("source", field.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Place(VideoRequestField field) => $"{(field.Location == "body" ? "" : field.Location + " ")}{field.Path}";

    private static string Facts(VideoRequestField field) =>
        (field.IsRequired ? ", required" : "")
        + (field.Unit is { } unit ? $", in {unit}" : "")
        + (field.Json is { } json ? $", {json} unless the request gives another" : "")
        + (field.Alternative is { } alternative ? string.Create(CultureInfo.InvariantCulture, $", in body {alternative + 1}") : "");

    // What holds other fields is there when they are.
    private static bool IsHolder(VideoRequestField field, IReadOnlyList<VideoRequestField> all) =>
        all.Any(other => other.Location == "body" && other.Path.StartsWith(field.Path + "/", StringComparison.Ordinal));
}
