using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

/// <summary>Defaults: only texts are set by generated code.</summary>
internal static class DefaultTexts
{
    public static string? Of(Schema schema) =>
        schema.Default is JsonValue value && !value.IsJsonNullSentinel() && value.GetValueKind() is JsonValueKind.String
        && value.GetValue<string>() is { Length: > 0 } text && !text.Equals("null", StringComparison.OrdinalIgnoreCase)
            ? text
            : null;
}
