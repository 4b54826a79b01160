using System.Globalization;
using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Schemas;
using VideoTasks.Build.Urls;
using OpenApiOperation = Microsoft.OpenApi.OpenApiOperation;

namespace VideoTasks.Build.Building;

/// <summary>An operation of the document → an operation of a request builder.</summary>
internal sealed class OperationBuilder(BuildContext context, ModelBuilder models)
{
    private static readonly string[] ErrorRanges = ["4XX", "5XX"];
    private static readonly HashSet<string> RedirectCodes = ["301", "302", "303", "307"];
    private static readonly HashSet<string> NoContentCodes = [.. RedirectCodes, "201", "202", "204", "205", "304"];
    private readonly ContentSchemas _contents = new(context);
    private readonly BodyBuilder _bodies = new(context, models);
    private readonly QueryParameterBuilder _queries = new(context, models);

    public Operation Build(RequestBuilderClass builder, UrlNode node, HttpMethod method, EndpointOperation endpoint)
    {
        var source = endpoint.Source;
        var stem = StemOf(method);
        var schema = _contents.OfSuccess(source);
        var place = new ModelPlace(node, builder.Namespace) { Operation = source };
        var query = _queries.Build(builder, node, stem, endpoint);
        var operation = new Operation
        {
            HttpMethod = method.Method.ToUpperInvariant(),
            Stem = stem,
            QueryParameters = query,
            ReturnType = schema is null ? DefaultReturnType(source) : models.TypeOf(schema, place with { Suffix = stem + "Response" }),
            Description = Texts.Clean(Texts.FirstNonEmpty(source.Description, source.Summary)),
            DocumentationLink = source.ExternalDocs?.Url?.ToString(),
            DocumentationLabel = Texts.Clean(source.ExternalDocs?.Description),
            Deprecation = Deprecations.Of(source),
        };
        AddErrors(operation, source, place);
        operation.Body = _bodies.Build(source, place with { Suffix = stem + "RequestBody", IsRequestBody = true });
        operation.AcceptedTypes.AddRange(AcceptedTypes(source, schema));
        operation.UrlTemplateOverride = UrlTemplates.OverrideOf(node, endpoint);
        return operation;
    }

    private static string StemOf(HttpMethod method) => Symbols.UpperFirst(method.Method.ToLowerInvariant());

    private static bool IsErrorCode(string code) => ErrorRanges.Contains(code, StringComparer.OrdinalIgnoreCase)
        || (int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 400 and < 999);

    private static NamedType DefaultReturnType(OpenApiOperation operation)
    {
        var responses = operation.Responses ?? [];
        return new NamedType(
            responses.Any(static r => RedirectCodes.Contains(r.Key) && (r.Value?.Content?.ContainsKey("application/octet-stream") ?? false)) ? PrimitiveTypes.Binary
            : responses.Any(static r => NoContentCodes.Contains(r.Key)) ? PrimitiveTypes.Void
            : responses.Any(static r => r.Value?.Content?.ContainsKey("text/plain") ?? false) ? PrimitiveTypes.Text
            : PrimitiveTypes.Binary);
    }

    private void AddErrors(Operation operation, OpenApiOperation source, ModelPlace place)
    {
        foreach (var (code, response) in source.Responses ?? [])
        {
            if (response is not null && IsErrorCode(code))
            {
                AddError(operation, response, code.ToUpperInvariant(), place);
            }
        }

        if (source.Responses?.GetValueOrDefault("default") is { } fallback)
        {
            foreach (var range in ErrorRanges.Where(range => !operation.Errors.ContainsKey(range)))
            {
                AddError(operation, fallback, range, place);
            }
        }
    }

    private void AddError(Operation operation, Microsoft.OpenApi.IOpenApiResponse response, string code, ModelPlace place)
    {
        if (_contents.OfResponse(response) is not { } schema)
        {
            return;
        }

        var isInline = response is not Microsoft.OpenApi.OpenApiResponseReference && !schema.IsReference;
        var type = models.TypeOf(schema, place with
        {
            Namespace = isInline ? place.Namespace : context.Namespaces.Models,
            Suffix = code + "Error",
            Response = response,
        });
        if (type is NamedType { Declaration: ModelClass error } named)
        {
            error.IsError = true;
            operation.Errors.TryAdd(code, named);
        }
    }

    private IEnumerable<string> AcceptedTypes(OpenApiOperation source, Schema? schema)
    {
        var responses = source.Responses ?? [];
        if (schema is not null)
        {
            return context.MediaTypes.Accepted(responses.Values.SelectMany(static r => r?.Content ?? Empty)
                .Where(c => c.Value is not null && context.Schemas.OfNullable(c.Value.Schema) is { } other && SameSchema(schema, other))
                .Select(static c => c.Key));
        }

        // Whatever comes on success, and what errors can be read from.
        var success = responses.Where(static r => !IsErrorOrDefault(r.Key)).SelectMany(static r => r.Value?.Content?.Keys ?? Enumerable.Empty<string>())
            .Select(static key => key.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "");
        var errors = responses.Where(static r => IsErrorOrDefault(r.Key)).SelectMany(static r => r.Value?.Content?.Keys ?? Enumerable.Empty<string>());
        return success.Concat(context.MediaTypes.Accepted(errors)).Where(static t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static Dictionary<string, Microsoft.OpenApi.IOpenApiMediaType> Empty => [];

    private static bool IsErrorOrDefault(string code) => IsErrorCode(code) || code.Equals("default", StringComparison.OrdinalIgnoreCase);

    private static bool SameSchema(Schema one, Schema other) => one.IsReference && other.IsReference
        ? string.Equals(one.Component, other.Component, StringComparison.OrdinalIgnoreCase)
        : one == other;
}
