using Microsoft.OpenApi;
using VideoTasks.Build.Generation;
using VideoTasks.Build.Model;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

/// <summary>Request bodies: models, multipart bodies, streams.</summary>
internal sealed class BodyBuilder(BuildContext context, ModelBuilder models)
{
    private readonly ContentSchemas _contents = new(context);

    public RequestBody? Build(OpenApiOperation operation, ModelPlace place)
    {
        if (operation.RequestBody?.Content?.Where(static c => c.Value is not null).ToDictionary() is not { Count: > 0 } content)
        {
            return null;
        }

        if (_contents.OfRequest(operation) is not { } schema)
        {
            return StreamBody(content);
        }

        var matching = content.Where(c => IsSame(schema, context.Schemas.OfNullable(c.Value.Schema))).Select(static c => c.Key);
        return new RequestBody
        {
            Type = MultipartType(content, schema, place) ?? models.TypeOf(schema, place),
            ContentType = context.MediaTypes.Preferred(matching) ?? content.Keys.First(),
            Description = Texts.FirstNonEmpty(Texts.Clean(schema.Description), "The request body"),
        };
    }

    private static RequestBody StreamBody(IDictionary<string, IOpenApiMediaType> content)
    {
        var only = content.Count == 1 ? content.Keys.First() : "*/*";
        return new RequestBody
        {
            Type = new NamedType(PrimitiveTypes.Binary) { IsNullable = false },
            ContentType = only == "*/*" ? null : only,
            CallerChoosesContentType = only == "*/*",
            Description = "Binary request body",
        };
    }

    private NamedType? MultipartType(IDictionary<string, IOpenApiMediaType> content, Schema schema, ModelPlace place)
    {
        if (schema.Properties is not { } properties || !IsMultipart(content, schema))
        {
            return null;
        }

        var media = content.Values.First(c => context.Schemas.OfNullable(c.Schema) == schema);
        if (media.Encoding is { Count: > 0 } encodings)
        {
            var encoded = encodings.Where(e => context.MediaTypes.Contains(e.Value.ContentType)).Select(static e => e.Key).ToHashSet(StringComparer.Ordinal);
            KeepModels(properties.Where(p => encoded.Contains(p.Key)).Select(static p => p.Value), place);
            return new NamedType(PrimitiveTypes.Multipart);
        }

        if (content.Count != 1 || !properties.Any(p => IsPart(p.Value)))
        {
            return null;
        }

        KeepModels(properties.Select(static p => p.Value).Where(IsPart), place);
        return new NamedType(PrimitiveTypes.Multipart);
    }

    private bool IsMultipart(IDictionary<string, IOpenApiMediaType> content, Schema schema)
    {
        var multipart = content.Where(static c => c.Key.Split(';')[0].Equals(StructuredMediaTypes.Multipart, StringComparison.OrdinalIgnoreCase))
            .Select(c => context.Schemas.OfNullable(c.Value.Schema)).FirstOrDefault(static s => s is not null);
        if (multipart != schema || !content.ContainsKey(StructuredMediaTypes.Multipart))
        {
            return false;
        }

        var others = content.Keys.Where(static k => !k.Equals(StructuredMediaTypes.Multipart, StringComparison.OrdinalIgnoreCase));
        return content.Count == 1 || !others.Any(context.MediaTypes.Contains) || context.MediaTypes.First == StructuredMediaTypes.Multipart;
    }

    private void KeepModels(IEnumerable<Schema> parts, ModelPlace place)
    {
        foreach (var part in parts)
        {
            if (models.TypeOf(part, place) is NamedType { Declaration: { } declaration })
            {
                context.MultipartModels.Add(declaration);
            }
        }
    }

    private bool IsPart(Schema schema) =>
        (schema.IsObject && context.MediaTypes.Contains("application/json"))
        || (PrimitiveTypes.Of(schema) is { } primitive && (primitive.Name is PrimitiveTypes.Binary or "base64" || context.MediaTypes.Contains("text/plain")));

    private static bool IsSame(Schema schema, Schema? other) => other is not null
        && (schema == other || (schema.IsReference && string.Equals(schema.Component, other.Component, StringComparison.OrdinalIgnoreCase)));
}
