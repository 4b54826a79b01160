using VideoTasks.Build.Recognition.Operations;

namespace VideoTasks.Build.Locking;

/// <summary>An entry of the lock file: how a client was generated, in Kiota's own words, and from which files.</summary>
internal sealed record LockedClient
{
    /// <summary>SHA-512 of the bytes of <see cref="Documents"/>, one after the other, in upper-case hexadecimal.</summary>
    public required string DescriptionHash { get; init; }

    /// <summary>The first document, relative to the lock file.</summary>
    public required string DescriptionLocation { get; init; }

    public required string ClientClassName { get; init; }

    public required string ClientNamespaceName { get; init; }

    public string TypeAccessModifier { get; init; } = "Public";

    public bool UsesBackingStore { get; init; }

    public bool ExcludeBackwardCompatible { get; init; } = true;

    public bool IncludeAdditionalData { get; init; } = true;

    public bool DisableSslValidation { get; init; }

    /// <summary>Null: Kiota's default. So are the next three.</summary>
    public IReadOnlyList<string>? Serializers { get; init; }

    public IReadOnlyList<string>? Deserializers { get; init; }

    public IReadOnlyList<string>? StructuredMimeTypes { get; init; }

    public IReadOnlyList<string> IncludePatterns { get; init; } = [];

    public IReadOnlyList<string> ExcludePatterns { get; init; } = [];

    public IReadOnlyList<string> DisabledValidationRules { get; init; } = [];

    public IReadOnlyList<string> AllowedExternalOrigins { get; init; } = [];

    /// <summary>
    /// The include patterns that the document itself suggests. As long as <see cref="IncludePatterns"/> is equal to it, both follow the document;
    /// a list that someone has edited is kept.
    /// </summary>
    public IReadOnlyList<string> DerivedIncludePatterns { get; init; } = [];

    /// <summary>All files that the client is made from, relative to the lock file: documents, overlays, and the files that these refer to.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Whether the include patterns are someone's own.</summary>
    public bool HasOwnIncludePatterns => !IncludePatterns.SequenceEqual(DerivedIncludePatterns, StringComparer.Ordinal);
}
