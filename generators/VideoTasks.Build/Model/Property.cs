namespace VideoTasks.Build.Model;

internal enum PropertyKind
{
    Custom,
    AdditionalData,
    BackingStore,
    QueryParameter,
}

internal sealed class Property
{
    public required string Name { get; set; }

    public required TypeReference Type { get; set; }

    public PropertyKind Kind { get; init; }

    /// <summary>The name on the wire where it is not <see cref="Name"/>; else empty.</summary>
    public string SerializationName { get; set; } = "";

    public string WireName => SerializationName.Length > 0 ? SerializationName : Name;

    public string Description { get; init; } = "";

    public Deprecation? Deprecation { get; set; }

    public bool IsReadOnly { get; init; }

    /// <summary>The document's default where it is a string.</summary>
    public string? DefaultText { get; init; }

    /// <summary>Marked as the text of the error that this model describes.</summary>
    public bool IsPrimaryErrorMessage { get; init; }

    /// <summary>The base class's property that this one repeats.</summary>
    public Property? Original { get; set; }

    public bool HasDefault => DefaultText is not null || Kind is PropertyKind.AdditionalData or PropertyKind.BackingStore;

    public Property Clone() => (Property)MemberwiseClone();
}
