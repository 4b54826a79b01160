using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Preparation.Fields;
using VideoTasks.Build.Preparation.Naming;

namespace VideoTasks.Build.Preparation.Copying;

/// <summary>What an object must have to be of use for a client.</summary>
internal static class ObjectRules
{
    /// <summary>The reason of an object that is left out because no code is made of it anyway.</summary>
    public const string NotGenerated = "";

    /// <summary>Why an object is left out; null when it isn't.</summary>
    public static string? Fault(ObjectKind kind, JsonObject copy) => kind switch
    {
        ObjectKind.Parameter => FaultOfParameter(copy),
        ObjectKind.ExternalDocs =>
            Uri.TryCreate(copy.Text("url"), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? null : NotGenerated,
        ObjectKind.EnumName => copy["value"] is null ? NotGenerated : null,
        _ => null,
    };

    private static string? FaultOfParameter(JsonObject parameter) => parameter.Text("in") switch
    {
        "header" or "cookie" => NotGenerated,
        "query" or "path" when string.IsNullOrEmpty(parameter.Text("name")) => "it has no 'name'",
        "query" when !SymbolName.IsUsableQuery(parameter.Text("name")!) || !SymbolName.IsUsable(parameter.Text("name")!) =>
            "Kiota has no name for such a parameter",
        "query" or "path" => null,
        null => "it has no 'in'",
        var other => $"'in' is '{other}', and can be query, path, header or cookie",
    };
}
