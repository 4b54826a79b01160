namespace VideoTasks.Build.Locking;

/// <summary>An entry of the lock file: how a client was generated, in Kiota's own words, and from which files.</summary>
internal sealed record LockedClient
{
    /// <summary>SHA-512 of the bytes of <see cref="Documents"/>, one after the other, in upper-case hexadecimal.</summary>
    public required string DescriptionHash { get; init; }

    /// <summary>The first document, relative to the lock file.</summary>
    public required string DescriptionLocation { get; init; }

    /// <summary>The version of Kiota that wrote the client.</summary>
    public string KiotaVersion { get; init; } = "";

    public required string ClientClassName { get; init; }

    public required string ClientNamespaceName { get; init; }

    /// <summary>Who sees the client's types: those of a project are its own business until it says otherwise.</summary>
    public string TypeAccessModifier { get; init; } = "Internal";

    public bool UsesBackingStore { get; init; }

    public bool ExcludeBackwardCompatible { get; init; } = true;

    public bool IncludeAdditionalData { get; init; } = true;

    public bool DisableSslValidation { get; init; }

    public IReadOnlyList<string> Serializers { get; init; } = KiotaDefaults.Serializers;

    public IReadOnlyList<string> Deserializers { get; init; } = KiotaDefaults.Deserializers;

    public IReadOnlyList<string> StructuredMimeTypes { get; init; } = KiotaDefaults.StructuredMimeTypes;

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

    /// <summary>
    /// SHA-256 of what Kiota was given, the prepared document and how to write the client, in upper-case hexadecimal. As long as it, the version and
    /// <see cref="GeneratedHash"/> hold, Kiota would write the same.
    /// </summary>
    public string PreparedHash { get; init; } = "";

    /// <summary>SHA-256 of the names and texts of the client's files, in upper-case hexadecimal.</summary>
    public string GeneratedHash { get; init; } = "";

    /// <summary>Whether the include patterns are someone's own.</summary>
    public bool HasOwnIncludePatterns => !IncludePatterns.SequenceEqual(DerivedIncludePatterns, StringComparer.Ordinal);
}
