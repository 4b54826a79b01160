using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Merging;

namespace VideoTasks.Build.Documents.Bundling;

/// <summary>
/// Which field of OpenAPI holds what. A reference is moved to the components when it stands for a schema or the like, and only the place says
/// which; so the place is found from the top, never guessed from a name.
/// </summary>
internal static class DocumentShape
{
    /// <summary>Whether a file is a document of its own; what isn't is a part of one.</summary>
    public static bool IsDocument(JsonObject root) => root.ContainsKey("openapi") || root.ContainsKey("swagger");

    /// <summary>What the field <paramref name="name"/> of a part holds.</summary>
    public static PartKind ChildOf(PartKind kind, string name) => kind switch
    {
        _ when name.StartsWith("x-", StringComparison.Ordinal) && !HasFreeNames(kind) => PartKind.Data,
        PartKind.Document => OfDocument(name),
        PartKind.Components => OfComponents(name),
        PartKind.Paths => PartKind.PathItem,
        PartKind.PathItem when HttpMethods.Contains(name) => PartKind.Operation,
        PartKind.PathItem => name switch { "parameters" => PartKind.Parameters, "servers" => PartKind.Leaves, _ => PartKind.Data },
        PartKind.Operation => OfOperation(name),
        PartKind.Callbacks => PartKind.Paths,
        PartKind.Schema => OfSchema(name),
        PartKind.Schemas => PartKind.Schema,
        PartKind.Discriminator when name == "mapping" => PartKind.DiscriminatorMapping,
        PartKind.Parameter or PartKind.Header =>
            name switch { "schema" or "items" => PartKind.Schema, "content" => PartKind.Content, _ => PartKind.Data },
        PartKind.Parameters => PartKind.Parameter,
        PartKind.Headers => PartKind.Header,
        PartKind.Response => name switch
        {
            "headers" => PartKind.Headers,
            "content" => PartKind.Content,
            "links" => PartKind.Links,
            "schema" => PartKind.Schema,
            _ => PartKind.Data,
        },
        PartKind.Responses => PartKind.Response,
        PartKind.RequestBody when name == "content" => PartKind.Content,
        PartKind.RequestBodies => PartKind.RequestBody,
        PartKind.Links => PartKind.Link,
        PartKind.Content => PartKind.MediaType,
        PartKind.MediaType => name switch { "schema" or "itemSchema" => PartKind.Schema, "encoding" => PartKind.Encodings, _ => PartKind.Data },
        PartKind.Encodings => PartKind.Encoding,
        PartKind.Encoding when name == "headers" => PartKind.Headers,
        PartKind.Leaves => PartKind.Leaf,
        _ => PartKind.Data,
    };

    /// <summary>What an item of a part that is a list holds.</summary>
    public static PartKind ItemOf(PartKind kind) => kind switch
    {
        PartKind.Schemas => PartKind.Schema,
        PartKind.Parameters => PartKind.Parameter,
        PartKind.Leaves => PartKind.Leaf,
        _ => PartKind.Data,
    };

    /// <summary>The section of the components that a part belongs to; null for one that has to stand where it is used.</summary>
    public static string? SectionOf(PartKind kind, bool isVersion2) => (kind, isVersion2) switch
    {
        (PartKind.Schema, true) => "definitions",
        (PartKind.Parameter, _) => "parameters",
        (PartKind.Response, _) => "responses",
        (_, true) => null,
        (PartKind.Schema, _) => "schemas",
        (PartKind.RequestBody, _) => "requestBodies",
        (PartKind.Header, _) => "headers",
        (PartKind.Link, _) => "links",
        _ => null,
    };

    /// <summary>The sections of the components that parts can belong to.</summary>
    public static IEnumerable<(PartKind Kind, string Section)> Sections(bool isVersion2)
        => from kind in new[] { PartKind.Schema, PartKind.Parameter, PartKind.Response, PartKind.RequestBody, PartKind.Header, PartKind.Link }
           let section = SectionOf(kind, isVersion2)
           where section is not null
           select (kind, section);

    private static bool HasFreeNames(PartKind kind)
        => kind is PartKind.Schemas or PartKind.Headers or PartKind.Responses or PartKind.RequestBodies or PartKind.Links or PartKind.Content
            or PartKind.Parameters or PartKind.Callbacks or PartKind.Encodings;

    private static PartKind OfDocument(string name) => name switch
    {
        "paths" or "webhooks" => PartKind.Paths,
        "components" => PartKind.Components,
        "definitions" => PartKind.Schemas,
        "parameters" => PartKind.Parameters,
        "responses" => PartKind.Responses,
        "info" or "externalDocs" => PartKind.Leaf,
        "servers" or "tags" or "securityDefinitions" => PartKind.Leaves,
        _ => PartKind.Data,
    };

    private static PartKind OfComponents(string name) => name switch
    {
        "schemas" => PartKind.Schemas,
        "responses" => PartKind.Responses,
        "parameters" => PartKind.Parameters,
        "requestBodies" => PartKind.RequestBodies,
        "headers" => PartKind.Headers,
        "links" => PartKind.Links,
        "callbacks" => PartKind.Callbacks,
        "pathItems" => PartKind.Paths,
        "mediaTypes" => PartKind.Content,
        "securitySchemes" => PartKind.Leaves,
        _ => PartKind.Data,
    };

    private static PartKind OfOperation(string name) => name switch
    {
        "parameters" => PartKind.Parameters,
        "requestBody" => PartKind.RequestBody,
        "responses" => PartKind.Responses,
        "callbacks" => PartKind.Callbacks,
        "servers" => PartKind.Leaves,
        "externalDocs" => PartKind.Leaf,
        _ => PartKind.Data,
    };

    private static PartKind OfSchema(string name) => name switch
    {
        "properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas" => PartKind.Schemas,
        "allOf" or "anyOf" or "oneOf" or "prefixItems" => PartKind.Schemas,
        "items" or "additionalProperties" or "not" or "if" or "then" or "else" or "contains" or "propertyNames" or "unevaluatedItems"
            or "unevaluatedProperties" or "contentSchema" => PartKind.Schema,
        "discriminator" => PartKind.Discriminator,
        _ => PartKind.Data,
    };
}
