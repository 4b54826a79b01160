using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using VideoTasks.ClientGenerator.Commands;
using VideoTasks.ClientGenerator.Generation;

namespace VideoTasks.ClientGenerator.Output;

/// <summary>kiota-lock.json: what a client was generated from and how, in Kiota's fields.</summary>
internal static class KiotaLockFile
{
    public const string Name = "kiota-lock.json";

    /// <summary>The version of Kiota whose output this is.</summary>
    public const string KiotaVersion = "1.34.1";

    public static GeneratedFile Create(GenerateArguments arguments, GenerateOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("descriptionHash", Convert.ToHexString(SHA512.HashData(File.ReadAllBytes(arguments.Document))));
            json.WriteString("descriptionLocation", Path.GetRelativePath(arguments.Output, arguments.Document).Replace('\\', '/'));
            json.WriteString("lockFileVersion", "1.0.0");
            json.WriteString("kiotaVersion", KiotaVersion);
            json.WriteString("clientClassName", options.ClientClassName);
            json.WriteString("typeAccessModifier", options.TypeAccess.ToString());
            json.WriteString("clientNamespaceName", options.ClientNamespaceName);
            json.WriteString("language", "CSharp");
            json.WriteBoolean("usesBackingStore", options.UsesBackingStore);
            json.WriteBoolean("excludeBackwardCompatible", options.ExcludeBackwardCompatible);
            json.WriteBoolean("includeAdditionalData", options.IncludeAdditionalData);
            json.WriteBoolean("disableSSLValidation", arguments.DisablesSslValidation);
            Write(json, "serializers", options.Serializers);
            Write(json, "deserializers", options.Deserializers);
            Write(json, "structuredMimeTypes", options.StructuredMimeTypes);
            Write(json, "includePatterns", options.IncludePatterns);
            Write(json, "excludePatterns", options.ExcludePatterns);
            Write(json, "disabledValidationRules", arguments.DisabledValidationRules);
            Write(json, "allowedExternalOrigins", arguments.AllowedExternalOrigins);
            json.WriteEndObject();
        }

        return new GeneratedFile(Name, Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
