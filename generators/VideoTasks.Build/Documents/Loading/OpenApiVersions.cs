using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>The versions of OpenAPI.</summary>
internal static class OpenApiVersions
{
    private static readonly string[] Families = ["3.0", "3.1", "3.2"];

    /// <summary>Whether a document is OpenAPI 2.0, 3.0, 3.1 or 3.2, which is an error when it isn't.</summary>
    public static bool Check(SourceDocument source, DiagnosticBag diagnostics)
    {
        var node = source.Root["openapi"] ?? source.Root["swagger"];
        if (node is not JsonValue || node.AsScalar() is not { } version)
        {
            diagnostics.Report(DiagnosticDescriptors.NotOpenApi, source.Positions.Find(""), "it has no field 'openapi' with a version such as 3.1.0");
            return false;
        }

        if (version is "2" or "2.0" || Families.Any(f => version == f || version.StartsWith(f + ".", StringComparison.Ordinal)))
        {
            return true;
        }

        diagnostics.Report(DiagnosticDescriptors.NotOpenApi, source.Positions.Find(node), $"its version '{version}' is not 2.0, 3.0, 3.1 or 3.2");
        return false;
    }

    /// <summary>A version with all its parts: <c>openapi: 3.1</c> is as good as a text.</summary>
    public static string Full(string version) => Families.Contains(version) ? version + ".0" : version;
}
