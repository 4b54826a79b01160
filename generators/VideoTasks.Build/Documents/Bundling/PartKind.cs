namespace VideoTasks.Build.Documents.Bundling;

/// <summary>What a place of a document holds, by OpenAPI's own fields.</summary>
internal enum PartKind
{
    /// <summary>Nothing that is looked into: examples, extensions, values.</summary>
    Data,
    Document,
    Components,
    Paths,
    PathItem,
    Operation,
    Callbacks,
    Schema,
    Schemas,
    Discriminator,
    DiscriminatorMapping,
    Parameter,
    Parameters,
    Header,
    Headers,
    Response,
    Responses,
    RequestBody,
    RequestBodies,
    Link,
    Links,
    MediaType,
    Content,
    Encoding,
    Encodings,

    /// <summary>A part that has no references in it, such as the info or a list of servers, but may be one.</summary>
    Leaf,
    Leaves,
}
