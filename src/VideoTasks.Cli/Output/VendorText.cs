using System.Text.Json;
using VideoTasks.Cli.Input;
using VideoTasks.Vendors;

namespace VideoTasks.Cli.Output;

/// <summary>A vendor in words and as JSON.</summary>
internal static class VendorText
{
    /// <summary>The canonical fields, in the order of the canonical JSON.</summary>
    private static readonly string[] Fields =
    [
        "Id", "Status", "Progress", "Model", "Prompt", "CreatedAt", "CompletedAt", "ExpiresAt", "Duration", "Width", "Height", "VideoUrl", "Error",
    ];

    public static string Word(VideoOperationDescription operation) => operation.Operation.ToString().ToLowerInvariant();

    /// <summary>What is known about a vendor as one JSON document.</summary>
    public static string Line(VideoVendorDescription vendor, bool explained = false) => JsonLine.Create(writer =>
    {
        writer.Text("vendor", vendor.Name);
        writer.Text("title", vendor.Title);
        writer.Text("baseUrl", vendor.BaseUrl?.OriginalString);
        writer.WriteStartArray("operations");
        foreach (var operation in vendor.Operations)
        {
            WriteOperation(writer, operation, explained);
        }

        writer.WriteEndArray();
        writer.Text("document", vendor.DocumentPath);
        writer.Text("hash", vendor.DocumentHash);
        if (explained)
        {
            WriteExplanation(writer, vendor);
        }
    });

    /// <summary>How the operations and fields of a vendor were recognised.</summary>
    public static void Explain(TextWriter writer, VideoVendorDescription vendor, bool json)
    {
        if (json)
        {
            writer.WriteLine(Line(vendor, explained: true));
            return;
        }

        writer.WriteLine($"{vendor.Name}{(vendor.Title is { } title ? $": {Lines.Join(title)}" : "")}");
        TaskText.Fact(writer, "  document", $"{vendor.DocumentPath} {vendor.DocumentHash}");
        TaskText.Fact(writer, "  base URL", vendor.BaseUrl?.OriginalString ?? "none: give --base-url");
        TaskText.Fact(writer, "  key", $"{Key(vendor.Authentication)}, from {VendorOptions.KeyVariable(vendor.Name)}");
        writer.WriteLine("operations");
        foreach (var operation in vendor.Operations)
        {
            writer.WriteLine($"  {Word(operation),-10} {operation.Method} {operation.Path}: {operation.Reason}{At(operation.Source)}");
            foreach (var parameter in operation.Parameters)
            {
                var todo = parameter.Location == "path" ? $"give --path {parameter.Name}=VALUE" : "write a hint";
                writer.WriteLine(
                    $"             {parameter.Location} {parameter.Name} = {parameter.Value ?? $"(nothing: {todo})"}: {parameter.Reason}");
            }
        }

        ExplainRefused(writer, vendor);
        foreach (var operation in vendor.Operations)
        {
            RequestText.Explain(writer, operation);
        }

        writer.WriteLine("fields of a task");
        foreach (var field in Fields)
        {
            ExplainField(writer, vendor, field);
        }

        foreach (var (word, status) in vendor.StatusWords.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteLine($"status word {word}: {status.ToWord()}");
        }

        writer.WriteLine(vendor.ContentUrlNeedsKey ? "the URL of a video gets the key" : "the URL of a video on another origin never gets the key");
    }

    private static void ExplainRefused(TextWriter writer, VideoVendorDescription vendor)
    {
        const int most = 12;
        if (vendor.Refused.Count == 0)
        {
            return;
        }

        writer.WriteLine("looked at and not taken");
        foreach (var refused in vendor.Refused.OrderBy(candidate => candidate.Operation ?? (VideoOperation)int.MaxValue).Take(most))
        {
            writer.WriteLine(
                $"  {refused.Operation?.ToString().ToLowerInvariant() ?? "-",-10} {refused.Method} {refused.Path}: "
                    + $"{refused.Reason}{At(refused.Source)}");
        }

        if (vendor.Refused.Count > most)
        {
            writer.WriteLine($"  and {vendor.Refused.Count - most} more: --json has all");
        }
    }

    private static void ExplainField(TextWriter writer, VideoVendorDescription vendor, string field)
    {
        var unit = vendor.FieldUnits.TryGetValue(field, out var name) ? $", in {name}" : "";
        if (vendor.FieldPointers.TryGetValue(field, out var pointer))
        {
            writer.WriteLine($"  {field,-11} {pointer}: a hint{unit}");
        }

        var found = vendor.Fields.Where(candidate => string.Equals(candidate.Field, field, StringComparison.OrdinalIgnoreCase)).ToArray();
        foreach (var same in found.GroupBy(candidate => (candidate.Property, candidate.Reason, candidate.Source)))
        {
            var operations = string.Join(", ", same.Select(candidate => candidate.Operation.ToString().ToLowerInvariant()));
            writer.WriteLine($"  {field,-11} {same.Key.Property ?? "raw body"} of {operations}: {same.Key.Reason}{unit}{At(same.Key.Source)}");
        }

        if (found.Length == 0 && pointer is null)
        {
            writer.WriteLine($"  {field,-11} raw body, by the known synonyms");
        }
    }

    public static string At(string? source) => source is null ? "" : $" ({source})";

    private static string Key(VideoVendorAuthentication key)
        => key.Location == VideoKeyLocation.Query ? $"?{key.Name}=KEY" : $"{key.Name}: {(key.Scheme is { } scheme ? $"{scheme} " : "")}KEY";

    private static void WriteOperation(Utf8JsonWriter writer, VideoOperationDescription operation, bool explained)
    {
        writer.WriteStartObject();
        writer.Text("operation", Word(operation));
        writer.Text("method", operation.Method);
        writer.Text("path", operation.Path);
        if (explained)
        {
            writer.Text("reason", operation.Reason);
            writer.Text("source", operation.Source);
            writer.WriteStartArray("parameters");
            foreach (var parameter in operation.Parameters)
            {
                writer.WriteStartObject();
                writer.Text("in", parameter.Location);
                writer.Text("name", parameter.Name);
                writer.Text("value", parameter.Value);
                writer.Text("reason", parameter.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            RequestText.Write(writer, operation);
        }

        writer.WriteEndObject();
    }

    private static void WriteExplanation(Utf8JsonWriter writer, VideoVendorDescription vendor)
    {
        writer.Text("key", Key(vendor.Authentication));
        writer.WriteStartArray("fields");
        foreach (var field in vendor.Fields)
        {
            writer.WriteStartObject();
            writer.Text("field", field.Field);
            writer.Text("operation", field.Operation.ToString().ToLowerInvariant());
            writer.Text("property", field.Property);
            writer.Text("reason", field.Reason);
            writer.Text("source", field.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("refused");
        foreach (var refused in vendor.Refused)
        {
            writer.WriteStartObject();
            writer.Text("operation", refused.Operation?.ToString().ToLowerInvariant());
            writer.Text("method", refused.Method);
            writer.Text("path", refused.Path);
            writer.Text("reason", refused.Reason);
            writer.Text("source", refused.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("statusWords");
        foreach (var (word, status) in vendor.StatusWords.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Text(word, status.ToWord());
        }

        writer.WriteEndObject();
        writer.WriteStartObject("fieldPointers");
        foreach (var (field, pointer) in vendor.FieldPointers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Text(field, pointer);
        }

        writer.WriteEndObject();
    }
}
