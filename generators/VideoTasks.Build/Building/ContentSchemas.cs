using Microsoft.OpenApi;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

/// <summary>The schemas of bodies that models can be made of.</summary>
internal sealed class ContentSchemas(BuildContext context)
{
    // 204 has no body.
    private static readonly HashSet<string> SuccessCodes = new(StringComparer.OrdinalIgnoreCase) { "200", "201", "202", "203", "206", "2XX" };

    public Schema? OfSuccess(OpenApiOperation? operation) => operation?.Responses?
        .Where(static r => SuccessCodes.Contains(r.Key))
        .OrderBy(static r => r.Key, StringComparer.OrdinalIgnoreCase)
        .SelectMany(r => All(r.Value?.Content))
        .FirstOrDefault();

    public Schema? OfResponse(IOpenApiResponse response) => All(response.Content).FirstOrDefault();

    public Schema? OfRequest(OpenApiOperation? operation) => All(operation?.RequestBody?.Content).FirstOrDefault();

    public IEnumerable<Schema> All(IDictionary<string, IOpenApiMediaType>? content) => (content ?? new Dictionary<string, IOpenApiMediaType>())
        .Where(c => c.Key.Length > 0 && c.Value is not null && context.MediaTypes.Accepts(c.Key))
        .Select(c => context.Schemas.OfNullable(c.Value.Schema))
        .OfType<Schema>();
}
