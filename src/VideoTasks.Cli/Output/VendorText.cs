using System.Text.Json;
using VideoTasks.Cli.Input;
using VideoTasks.Generated;
using VideoTasks.Vendors;

namespace VideoTasks.Cli.Output;

/// <summary>A vendor in words and as JSON.</summary>
internal static class VendorText
{
    /// <summary>The canonical fields, in the order of the canonical JSON.</summary>
    private static readonly VideoTaskField[] Fields =
    [
        VideoTaskField.Id, VideoTaskField.Status, VideoTaskField.Progress, VideoTaskField.Model, VideoTaskField.Prompt, VideoTaskField.CreatedAt,
        VideoTaskField.CompletedAt, VideoTaskField.ExpiresAt, VideoTaskField.Duration, VideoTaskField.Width, VideoTaskField.Height,
        VideoTaskField.VideoUrl, VideoTaskField.Error,
    ];

    // What nobody explains.
    private static readonly VideoVendorExplanation Nothing = new() { DocumentPath = "", DocumentHash = "" };

    private static readonly VideoReason NoReason = new() { Reason = "" };

    public static string Word(VideoOperationDescription operation) => operation.Operation.ToString().ToLowerInvariant();

    /// <summary>What is known about a vendor as one JSON document.</summary>
    public static string Line(VideoVendor described, bool explained = false) => JsonLine.Create(writer =>
    {
        var vendor = described.Description;
        var explanation = described.Explain() ?? Nothing;
        writer.Text("vendor", vendor.Name);
        writer.Text("title", explanation.Title);
        writer.Text("baseUrl", vendor.BaseUrl?.OriginalString);
        writer.WriteStartArray("operations");
        foreach (var operation in vendor.Operations)
        {
            WriteOperation(writer, operation, explained ? Of(explanation, operation) : null);
        }

        writer.WriteEndArray();
        writer.Text("document", explanation.DocumentPath);
        writer.Text("hash", explanation.DocumentHash);
        if (explained)
        {
            WriteExplanation(writer, vendor, explanation);
        }
    });

    /// <summary>How the operations and fields of a vendor were recognised.</summary>
    public static void Explain(TextWriter writer, VideoVendor described, bool json)
    {
        if (json)
        {
            writer.WriteLine(Line(described, explained: true));
            return;
        }

        var vendor = described.Description;
        var explanation = described.Explain() ?? Nothing;
        writer.WriteLine($"{vendor.Name}{(explanation.Title is { } title ? $": {Lines.Join(title)}" : "")}");
        TaskText.Fact(writer, "  document", $"{explanation.DocumentPath} {explanation.DocumentHash}");
        TaskText.Fact(writer, "  base URL", vendor.BaseUrl?.OriginalString ?? "none: give --base-url");
        TaskText.Fact(writer, "  key", $"{Key(vendor.Authentication)}, from {VendorOptions.KeyVariable(vendor.Name)}");
        writer.WriteLine("operations");
        foreach (var operation in vendor.Operations)
        {
            var why = Of(explanation, operation);
            writer.WriteLine($"  {Word(operation),-10} {operation.Method} {operation.Path}: {why.Why.Reason}{At(why.Why.Source)}");
            foreach (var (parameter, reason) in operation.Parameters.Zip(why.Parameters))
            {
                var todo = parameter.Location == VideoParameterLocation.Path ? $"give --path {parameter.Name}=VALUE" : "write a hint";
                writer.WriteLine(
                    $"             {Word(parameter.Location)} {parameter.Name} = {parameter.Value ?? $"(nothing: {todo})"}: {reason.Reason}");
            }
        }

        ExplainRefused(writer, explanation);
        foreach (var operation in vendor.Operations)
        {
            RequestText.Explain(writer, operation, Of(explanation, operation));
        }

        writer.WriteLine("fields of a task");
        foreach (var field in Fields)
        {
            ExplainField(writer, vendor, explanation, field);
        }

        foreach (var (word, status) in vendor.StatusWords.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteLine($"status word {word}: {status.ToWord()}");
        }

        writer.WriteLine(vendor.ContentUrlNeedsKey ? "the URL of a video gets the key" : "the URL of a video on another origin never gets the key");
    }

    private static void ExplainRefused(TextWriter writer, VideoVendorExplanation vendor)
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
                    + $"{refused.Why.Reason}{At(refused.Why.Source)}");
        }

        if (vendor.Refused.Count > most)
        {
            writer.WriteLine($"  and {vendor.Refused.Count - most} more: --json has all");
        }
    }

    private static void ExplainField(TextWriter writer, VideoVendorDescription vendor, VideoVendorExplanation explanation, VideoTaskField field)
    {
        var unit = vendor.FieldUnits.TryGetValue(field, out var known) ? $", in {Word(known)}"
            : vendor.FieldOffsets.TryGetValue(field, out var offset) ? $", in UTC{(offset < TimeSpan.Zero ? "-" : "+")}{offset:hh\\:mm}"
            : "";
        if (vendor.FieldPointers.TryGetValue(field, out var pointer))
        {
            writer.WriteLine($"  {field,-11} {pointer}: a hint{unit}");
        }

        var found = explanation.Fields.Where(candidate => candidate.Field == field).ToArray();
        foreach (var same in found.GroupBy(candidate => (candidate.Property, candidate.Why)))
        {
            var operations = string.Join(", ", same.Select(candidate => candidate.Operation.ToString().ToLowerInvariant()));
            writer.WriteLine(
                $"  {field,-11} {same.Key.Property ?? "raw body"} of {operations}: {same.Key.Why.Reason}{unit}{At(same.Key.Why.Source)}");
        }

        if (found.Length == 0 && pointer is null)
        {
            writer.WriteLine($"  {field,-11} raw body, by the known synonyms");
        }
    }

    public static string At(string? source) => source is null ? "" : $" ({source})";

    /// <summary>A member of an enum as it stands in JSON.</summary>
    public static string Word<T>(T member)
        where T : struct, Enum => member.ToString().ToLowerInvariant();

    // A vendor that nobody explains has its operations all the same.
    private static VideoOperationExplanation Of(VideoVendorExplanation explanation, VideoOperationDescription operation) =>
        explanation.Operations.FirstOrDefault(candidate => candidate.Operation == operation.Operation) ?? new()
        {
            Operation = operation.Operation,
            Why = NoReason,
            Parameters = [.. operation.Parameters.Select(_ => NoReason)],
            Request = [.. operation.Request.Select(_ => NoReason)],
        };

    private static string Key(VideoVendorAuthentication key)
        => key.Location == VideoKeyLocation.Query ? $"?{key.Name}=KEY" : $"{key.Name}: {(key.Scheme is { } scheme ? $"{scheme} " : "")}KEY";

    private static void WriteOperation(Utf8JsonWriter writer, VideoOperationDescription operation, VideoOperationExplanation? explanation)
    {
        writer.WriteStartObject();
        writer.Text("operation", Word(operation));
        writer.Text("method", operation.Method);
        writer.Text("path", operation.Path);
        if (explanation is not null)
        {
            writer.Text("reason", explanation.Why.Reason);
            writer.Text("source", explanation.Why.Source);
            writer.WriteStartArray("parameters");
            foreach (var (parameter, why) in operation.Parameters.Zip(explanation.Parameters))
            {
                writer.WriteStartObject();
                writer.Text("in", Word(parameter.Location));
                writer.Text("name", parameter.Name);
                writer.Text("value", parameter.Value);
                writer.Text("reason", why.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            RequestText.Write(writer, operation, explanation);
        }

        writer.WriteEndObject();
    }

    private static void WriteExplanation(Utf8JsonWriter writer, VideoVendorDescription vendor, VideoVendorExplanation explanation)
    {
        writer.Text("key", Key(vendor.Authentication));
        writer.WriteStartArray("fields");
        foreach (var field in explanation.Fields)
        {
            writer.WriteStartObject();
            writer.Text("field", field.Field.ToString());
            writer.Text("operation", field.Operation.ToString().ToLowerInvariant());
            writer.Text("property", field.Property);
            writer.Text("reason", field.Why.Reason);
            writer.Text("source", field.Why.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("refused");
        foreach (var refused in explanation.Refused)
        {
            writer.WriteStartObject();
            writer.Text("operation", refused.Operation?.ToString().ToLowerInvariant());
            writer.Text("method", refused.Method);
            writer.Text("path", refused.Path);
            writer.Text("reason", refused.Why.Reason);
            writer.Text("source", refused.Why.Source);
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
        foreach (var (field, pointer) in vendor.FieldPointers.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal))
        {
            writer.Text(field.ToString(), pointer);
        }

        writer.WriteEndObject();
    }
}
