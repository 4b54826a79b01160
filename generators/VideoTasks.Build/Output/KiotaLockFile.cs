using System.Security.Cryptography;
using System.Text.Json;
using VideoTasks.Build.Commands;
using VideoTasks.Build.Generation;
using VideoTasks.Build.Locking;
using VideoTasks.Build.Recognition.Operations;

namespace VideoTasks.Build.Output;

/// <summary>kiota-lock.json of one client: what it was generated from and how, in Kiota's fields.</summary>
internal static class KiotaLockFile
{
    public const string Name = "kiota-lock.json";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n" };

    public static GeneratedFile Create(GenerateArguments arguments, GenerateOptions options, IEnumerable<string> parts)
    {
        var client = new LockedClient
        {
            DescriptionHash = Convert.ToHexString(SHA512.HashData([.. parts.Prepend(arguments.Document).SelectMany(File.ReadAllBytes)])),
            DescriptionLocation = Path.GetRelativePath(arguments.Output, arguments.Document).Replace('\\', '/'),
            ClientClassName = options.ClientClassName,
            ClientNamespaceName = options.ClientNamespaceName,
            TypeAccessModifier = options.TypeAccess.ToString(),
            UsesBackingStore = options.UsesBackingStore,
            ExcludeBackwardCompatible = options.ExcludeBackwardCompatible,
            IncludeAdditionalData = options.IncludeAdditionalData,
            DisableSslValidation = arguments.DisablesSslValidation,
            Serializers = options.Serializers,
            Deserializers = options.Deserializers,
            StructuredMimeTypes = options.StructuredMimeTypes,
            IncludePatterns = options.IncludePatterns,
            ExcludePatterns = options.ExcludePatterns,
            DisabledValidationRules = arguments.DisabledValidationRules,
            AllowedExternalOrigins = arguments.AllowedExternalOrigins,
        };
        return new GeneratedFile(Name, LockedClientJson.Write(client).ToJsonString(Format) + "\n");
    }
}
