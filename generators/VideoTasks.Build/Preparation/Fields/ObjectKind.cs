namespace VideoTasks.Build.Preparation.Fields;

/// <summary>The objects of OpenAPI that Kiota makes code of, and the extensions that it reads.</summary>
internal enum ObjectKind
{
    Info,
    Server,
    PathItem,
    Operation,
    ExternalDocs,
    Parameter,
    RequestBody,
    Response,
    MediaType,
    Encoding,
    Schema,
    Discriminator,
    EnumNames,
    EnumName,
    EnumFlags,
    Deprecation,
}
