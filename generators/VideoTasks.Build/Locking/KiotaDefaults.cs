namespace VideoTasks.Build.Locking;

/// <summary>What Kiota writes into its lock file for C# where nobody asked for anything else.</summary>
internal static class KiotaDefaults
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
