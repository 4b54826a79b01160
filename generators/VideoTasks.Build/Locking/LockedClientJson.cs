using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoTasks.Build.Locking;

/// <summary>An entry of the lock file as JSON, with Kiota's field names in Kiota's order and fields of ours behind them.</summary>
internal static class LockedClientJson
{
    private const string FormatVersion = "1.0.0";

    /// <summary>The fields of an entry, in order.</summary>
    public static JsonObject Write(LockedClient client, JsonObject? previous = null)
    {
        var json = WriteKiotaFields(client);
        json["derivedIncludePatterns"] = List(client.DerivedIncludePatterns);
        json["documents"] = List(client.Documents);
        json["preparedHash"] = client.PreparedHash;
        json["generatedHash"] = client.GeneratedHash;

        // What others keep in the entry stays.
        foreach (var (name, value) in previous ?? [])
        {
            if (!json.ContainsKey(name))
            {
                json.Add(name, value?.DeepClone());
            }
        }

        return json;
    }

    /// <summary>The fields that Kiota itself reads.</summary>
    public static JsonObject WriteKiotaFields(LockedClient client) => new()
    {
        ["descriptionHash"] = client.DescriptionHash,
        ["descriptionLocation"] = client.DescriptionLocation,
        ["lockFileVersion"] = FormatVersion,
        ["kiotaVersion"] = client.KiotaVersion,
        ["clientClassName"] = client.ClientClassName,
        ["typeAccessModifier"] = client.TypeAccessModifier,
        ["clientNamespaceName"] = client.ClientNamespaceName,
        ["language"] = "CSharp",
        ["usesBackingStore"] = client.UsesBackingStore,
        ["excludeBackwardCompatible"] = client.ExcludeBackwardCompatible,
        ["includeAdditionalData"] = client.IncludeAdditionalData,
        ["disableSSLValidation"] = client.DisableSslValidation,
        ["serializers"] = List(client.Serializers),
        ["deserializers"] = List(client.Deserializers),
        ["structuredMimeTypes"] = List(client.StructuredMimeTypes),
        ["includePatterns"] = List(client.IncludePatterns),
        ["excludePatterns"] = List(client.ExcludePatterns),
        ["disabledValidationRules"] = List(client.DisabledValidationRules),
        ["allowedExternalOrigins"] = List(client.AllowedExternalOrigins),
    };

    /// <summary>Reads what someone may have set in an entry.</summary>
    /// <exception cref="JsonException">A field has another type, or a name is no C# name; the message says which.</exception>
    public static LockedClient Read(JsonObject json, LockedClient defaults) => defaults with
    {
        ClientClassName = Name(json, "clientClassName", isDotted: false) ?? defaults.ClientClassName,
        ClientNamespaceName = Name(json, "clientNamespaceName", isDotted: true) ?? defaults.ClientNamespaceName,
        TypeAccessModifier = Text(json, "typeAccessModifier") switch
        {
            null => defaults.TypeAccessModifier,
            "Public" or "public" => "Public",
            "Internal" or "internal" => "Internal",
            var other => throw new JsonException($"'typeAccessModifier' is '{other}', it can be Public or Internal"),
        },
        UsesBackingStore = Flag(json, "usesBackingStore") ?? defaults.UsesBackingStore,
        ExcludeBackwardCompatible = Flag(json, "excludeBackwardCompatible") ?? defaults.ExcludeBackwardCompatible,
        IncludeAdditionalData = Flag(json, "includeAdditionalData") ?? defaults.IncludeAdditionalData,
        DisableSslValidation = Flag(json, "disableSSLValidation") ?? defaults.DisableSslValidation,
        Serializers = Texts(json, "serializers") ?? defaults.Serializers,
        Deserializers = Texts(json, "deserializers") ?? defaults.Deserializers,
        StructuredMimeTypes = Texts(json, "structuredMimeTypes") ?? defaults.StructuredMimeTypes,

        // Without the field there is nothing that someone has set.
        IncludePatterns = Texts(json, "includePatterns") ?? Texts(json, "derivedIncludePatterns") ?? [],
        DerivedIncludePatterns = Texts(json, "derivedIncludePatterns") ?? [],
        ExcludePatterns = Texts(json, "excludePatterns") ?? [],
        DisabledValidationRules = Texts(json, "disabledValidationRules") ?? [],
        AllowedExternalOrigins = Texts(json, "allowedExternalOrigins") ?? [],
        KiotaVersion = Text(json, "kiotaVersion") ?? "",
        PreparedHash = Text(json, "preparedHash") ?? "",
        GeneratedHash = Text(json, "generatedHash") ?? "",
    };

    private static JsonArray List(IEnumerable<string> values) => [.. values.Select(static v => (JsonNode)v)];

    private static string? Text(JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw new JsonException($"'{name}' is not a text"),
    };

    private static bool? Flag(JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        _ => throw new JsonException($"'{name}' is not true or false"),
    };

    private static string[]? Texts(JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonArray list when list.All(static i => i is JsonValue value && value.GetValueKind() == JsonValueKind.String) =>
            [.. list.Select(static i => i!.GetValue<string>())],
        _ => throw new JsonException($"'{name}' is not a list of texts"),
    };

    private static string? Name(JsonObject json, string name, bool isDotted)
    {
        var text = Text(json, name);
        var parts = isDotted ? text?.Split('.') : text is null ? null : [text];
        return parts is null
            || parts.All(static p => p.Length > 0 && (char.IsLetter(p[0]) || p[0] == '_') && p.All(static c => char.IsLetterOrDigit(c) || c == '_'))
            ? text
            : throw new JsonException($"'{name}' is '{text}', which is not a C# name");
    }
}
