using System.Globalization;
using Microsoft.OpenApi;
using Microsoft.OpenApi.MicrosoftExtensions;
using VideoTasks.Build.Model;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Schemas;
using VideoTasks.Build.Urls;

namespace VideoTasks.Build.Building;

/// <summary>deprecated, and x-ms-deprecation beside it.</summary>
internal static class Deprecations
{
    private static readonly Deprecation Plain = new("");

    public static Deprecation? Of(Schema schema) => schema.IsDeprecated ? Of(schema.Extensions) : null;

    public static Deprecation? Of(OpenApiOperation operation)
    {
        if (operation.Deprecated && Details(operation.Extensions) is { } details)
        {
            return details;
        }

        var responses = operation.Responses?.Values.SelectMany(static r => r?.Content?.Values ?? []) ?? [];
        var bodies = operation.RequestBody?.Content?.Values ?? Enumerable.Empty<IOpenApiMediaType>();
        return FirstDeprecated(responses) ?? FirstDeprecated(bodies) ?? (operation.Deprecated ? Plain : null);
    }

    public static Deprecation? Of(IOpenApiParameter parameter)
    {
        if (parameter.Deprecated && Details(parameter.Extensions) is { } details)
        {
            return details;
        }

        if (parameter.Schema is OpenApiSchema { Deprecated: true } schema)
        {
            return Of(schema.Extensions);
        }

        return FirstDeprecated(parameter.Content?.Values ?? []) ?? (parameter.Deprecated ? Plain : null);
    }

    /// <summary>A path is deprecated with all that can be done there.</summary>
    public static Deprecation? Of(UrlNode node)
    {
        var operations = node.Endpoint?.Operations.Values.Select(static o => o.Source).ToArray() ?? [];
        return Array.TrueForAll(operations, static o => o.Deprecated) ? operations.Select(Of).FirstOrDefault(static d => d is not null) : null;
    }

    private static Deprecation? FirstDeprecated(IEnumerable<IOpenApiMediaType> contents) =>
        contents.Select(static c => c?.Schema).OfType<OpenApiSchema>().FirstOrDefault(static s => s.Deprecated) is { } schema ? Of(schema.Extensions) : null;

    private static Deprecation Of(IDictionary<string, IOpenApiExtension>? extensions) => Details(extensions) ?? Plain;

    private static Deprecation? Details(IDictionary<string, IOpenApiExtension>? extensions)
    {
        if (extensions is null || !extensions.TryGetValue(OpenApiDeprecationExtension.Name, out var extension)
            || extension is not OpenApiDeprecationExtension details)
        {
            return null;
        }

        var version = string.IsNullOrEmpty(details.Version) ? "" : $" as of {Texts.Clean(details.Version)}";
        var date = details.Date is null ? "" : $" on {Day(details.Date.Value)}";
        var removal = details.RemovalDate is null ? "" : $" and will be removed {Day(details.RemovalDate.Value)}";
        return new Deprecation(Texts.Clean(details.Description) + version + date + removal);
    }

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
