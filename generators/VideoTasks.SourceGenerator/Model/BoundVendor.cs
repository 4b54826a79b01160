using VideoTasks.Build.Description.Format;

namespace VideoTasks.SourceGenerator.Model;

/// <summary>A vendor's description joined with what its typed client offers.</summary>
internal sealed record BoundVendor(DescriptionFile File)
{
    public string Name => File.Name;

    public VendorDescription Description => File.Vendor;

    /// <summary>Why nothing can be generated for the vendor; null when it can.</summary>
    public DiagnosticInfo? Error { get; init; }

    /// <summary>The typed client; null when the compilation has none.</summary>
    public ClientType? Client { get; init; }

    /// <summary>The operations that requests can be built for.</summary>
    public EquatableArray<BoundOperation> Operations { get; init; }

    /// <summary>The operations that the vendor goes without.</summary>
    public EquatableArray<UnboundOperation> Unbound { get; init; }

    /// <summary>The enums that answers are read from.</summary>
    public EquatableArray<ClientEnum> ReadEnums { get; init; }

    /// <summary>The enums that bodies are written with.</summary>
    public EquatableArray<ClientEnum> WrittenEnums { get; init; }
}

/// <summary>The class of a typed client.</summary>
/// <param name="Name">With <c>global::</c>.</param>
/// <param name="IsPublic">Whether the vendor can be public.</param>
internal sealed record ClientType(string Name, bool IsPublic);

/// <summary>An operation that the vendor goes without.</summary>
/// <param name="Description">What the document says of it.</param>
/// <param name="DiagnosticId">The diagnostic that says so.</param>
/// <param name="Reason">Why.</param>
internal sealed record UnboundOperation(DescribedOperation Description, string DiagnosticId, string Reason);

/// <summary>An enum of the typed client.</summary>
/// <param name="Type">With <c>global::</c>.</param>
/// <param name="Members">Its members, no two of one value.</param>
internal sealed record ClientEnum(string Type, EquatableArray<EnumWord> Members);

/// <summary>A member of an enum and its word on the wire.</summary>
internal sealed record EnumWord(string Member, string Word);
