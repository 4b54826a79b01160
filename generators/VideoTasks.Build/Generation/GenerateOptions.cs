using VideoTasks.Build.Recognition.Operations;

namespace VideoTasks.Build.Generation;

/// <summary>What `kiota generate` is told about a C# client, with its defaults.</summary>
internal sealed record GenerateOptions
{
    public string ClientClassName { get; init; } = "ApiClient";

    public string ClientNamespaceName { get; init; } = "ApiSdk";

    /// <summary>Where the document was read from: a relative server is relative to it.</summary>
    public string DocumentLocation { get; init; } = "openapi.yaml";

    public TypeAccess TypeAccess { get; init; } = TypeAccess.Public;

    public IReadOnlyList<string> IncludePatterns { get; init; } = [];

    public IReadOnlyList<string> ExcludePatterns { get; init; } = [];

    public IReadOnlyList<string> Serializers { get; init; } = Defaults.Serializers;

    public IReadOnlyList<string> Deserializers { get; init; } = Defaults.Deserializers;

    public IReadOnlyList<string> StructuredMimeTypes { get; init; } = Defaults.StructuredMimeTypes;

    public bool UsesBackingStore { get; init; }

    public bool ExcludeBackwardCompatible { get; init; }

    public bool IncludeAdditionalData { get; init; } = true;

    /// <summary>What applies where an argument isn't given.</summary>
    internal static class Defaults
    {
        public static IReadOnlyList<string> Serializers { get; } =
        [
            "Microsoft.Kiota.Serialization.Json.JsonSerializationWriterFactory",
            "Microsoft.Kiota.Serialization.Text.TextSerializationWriterFactory",
            "Microsoft.Kiota.Serialization.Form.FormSerializationWriterFactory",
            "Microsoft.Kiota.Serialization.Multipart.MultipartSerializationWriterFactory",
        ];

        public static IReadOnlyList<string> Deserializers { get; } =
        [
            "Microsoft.Kiota.Serialization.Json.JsonParseNodeFactory",
            "Microsoft.Kiota.Serialization.Text.TextParseNodeFactory",
            "Microsoft.Kiota.Serialization.Form.FormParseNodeFactory",
        ];

        public static IReadOnlyList<string> StructuredMimeTypes { get; } =
            ["application/json", "text/plain;q=0.9", "application/x-www-form-urlencoded;q=0.2", "multipart/form-data;q=0.1"];
    }
}

internal enum TypeAccess
{
    Public,
    Internal,
}
