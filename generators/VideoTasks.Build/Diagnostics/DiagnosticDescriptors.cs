namespace VideoTasks.Build.Diagnostics;

/// <summary>Every diagnostic of the client generator. Ids are never reused; each has a page in <c>docs/</c>.</summary>
internal static class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor Unreadable = Error("VTG001", "The file can't be read: {0}");
    public static readonly DiagnosticDescriptor NotYamlOrJson = Error("VTG002", "This is not valid {0}: {1}");
    public static readonly DiagnosticDescriptor NotOpenApi = Error("VTG003", "This is not an OpenAPI document: {0}");
    public static readonly DiagnosticDescriptor DuplicateKey =
        Error("VTG004", "The key '{0}' stands here a second time; the first is in line {1}. Remove one of them");
    public static readonly DiagnosticDescriptor OverLimit = Error("VTG005", "The document is over a limit that keeps generation safe: {0}");
    public static readonly DiagnosticDescriptor NotText = Error("VTG006", "The file is not text in UTF-8 or UTF-16: {0}. Save it as UTF-8");
    public static readonly DiagnosticDescriptor KiotaFinding = Warning("VTG007", "Kiota says: {0}");

    public static readonly DiagnosticDescriptor DanglingReference =
        Error("VTG010", "The reference '{0}' points at nothing, and '{1}' needs it. Correct it in an overlay");

    public static readonly DiagnosticDescriptor DanglingReferenceUnused =
        Warning("VTG011", "The reference '{0}' points at nothing. No selected operation needs it, so generation goes on");

    public static readonly DiagnosticDescriptor ExternalReference =
        Error("VTG012", "The reference '{0}' is not followed: {1}");

    public static readonly DiagnosticDescriptor ReferenceCycle =
        Warning("VTG013", "The reference '{0}' leads back to itself; it is read as 'any value'");
    public static readonly DiagnosticDescriptor NullTypeProperty = Warning("VTG014", "The type of '{0}' is 'null' only; it is read as 'any value'");
    public static readonly DiagnosticDescriptor InvalidSecurityScheme = Warning("VTG015", "The security scheme '{0}' is invalid: {1}");
    public static readonly DiagnosticDescriptor InvalidExample = Warning("VTG016", "The example can't be parsed as JSON: {0}");
    public static readonly DiagnosticDescriptor BodyOnGet = Warning("VTG017", "{0} {1} has a request body, to which HTTP gives no meaning");

    public static readonly DiagnosticDescriptor DuplicateOperationId =
        Warning("VTG018", "The operationId '{0}' stands here a second time; the first is in line {1}");

    public static readonly DiagnosticDescriptor NothingSelected = Warning("VTG019", "Nothing of the document is selected: {0}");
    public static readonly DiagnosticDescriptor MissingFile = Error("VTG020", "The reference '{0}' names a file that isn't there: {1}");
    public static readonly DiagnosticDescriptor LeftOut = Warning("VTG021", "This is left out: {0}");

    public static readonly DiagnosticDescriptor InvalidOverlay = Error("VTG030", "This is not an OpenAPI Overlay 1.0 document: {0}");

    public static readonly DiagnosticDescriptor OverlayTargetMatchesNothing =
        Warning("VTG031", "The target '{0}' matches nothing in the document; the action does nothing");

    public static readonly DiagnosticDescriptor InvalidJsonPath = Error("VTG032", "The target '{0}' is not a JSONPath: {1}");
    public static readonly DiagnosticDescriptor InvalidUpdate = Error("VTG033", "The update can't be applied at '{0}': {1}");
    public static readonly DiagnosticDescriptor OverlayWithoutDocument =
        Warning("VTG034", "There is no document '{0}' that this overlay could belong to");

    public static readonly DiagnosticDescriptor MergeConflict =
        Error("VTG040", "'{0}' stands here and, with another content, in {1}. Remove one of them with an overlay, or make them equal");

    public static readonly DiagnosticDescriptor VendorsCollide = Error("VTG041", "The vendor '{0}' has the same {1} as '{2}'. Rename one of them");
    public static readonly DiagnosticDescriptor InvalidVendorName =
        Error("VTG042", "'{0}' can't be the name of a vendor: {1}. Rename the file");

    public static readonly DiagnosticDescriptor InvalidLockFile =
        Error("VTG050", "The lock file can't be used: {0}. Correct it, or delete it to have it written anew");
    public static readonly DiagnosticDescriptor OutputFailed = Error("VTG052", "The client can't be written: {0}");
    public static readonly DiagnosticDescriptor Busy =
        Error("VTG053", "Another build has been generating clients into '{0}' for {1} seconds. Build again when it has ended");
    public static readonly DiagnosticDescriptor GenerationFailed = Error("VTG054", "Kiota can't make a client of this document: {0}");

    /// <summary>Reported by the build's targets, when the generator has ended with errors.</summary>
    public static readonly DiagnosticDescriptor Incomplete =
        Error("VTG055", "Not all clients could be generated; the messages before this one say why");

    /// <summary>Reported by the build's targets, when Kiota is needed and could not be restored.</summary>
    public static readonly DiagnosticDescriptor KiotaMissing =
        Error(
            "VTG056", "Kiota is needed to generate clients, and its package is not in the package folder. Build once with access to a package "
                + "source that has it");

    public static readonly DiagnosticDescriptor VendorSkipped =
        Warning("VTG057", "The vendor '{0}' is left out of this build; the messages at its document say why");

    /// <summary>Reported by the build's targets.</summary>
    public static readonly DiagnosticDescriptor InvalidProperty = Error("VTG058", "The property '{0}' is '{1}', it can be {2}");

    public static readonly DiagnosticDescriptor OddField = Warning("VTG060", "{0} is {1}, where OpenAPI takes {2}; it is left out");
    public static readonly DiagnosticDescriptor OddName = Warning("VTG061", "'{0}' in '{1}' is left out: {2}");
    public static readonly DiagnosticDescriptor PathLeftOut = Warning("VTG062", "The path '{0}' is left out: {1}");
    public static readonly DiagnosticDescriptor CompositionRing =
        Warning("VTG063", "This part of '{0}' leads back to the schema that it is a part of; it is left out");

    public static readonly DiagnosticDescriptor CompositionTooLarge =
        Warning("VTG064", "With this part, '{0}' would consist of more than {1} schemas, or be nested deeper than {2}; the part is left out");

    public static readonly DiagnosticDescriptor DefaultLeftOut = Warning("VTG065", "The default '{0}' is left out: {1}");
    public static readonly DiagnosticDescriptor MappingToNothing =
        Warning("VTG066", "The discriminator maps '{0}' to '{1}', which is no schema of the document; it is left out");
    public static readonly DiagnosticDescriptor TooLarge =
        Error("VTG067", "The {0} selected operations reach more than a client can be made of. Select fewer of them");
    public static readonly DiagnosticDescriptor InvalidPattern = Error("VTG068", "'{0}' in the lock file is no pattern of paths");

    public static readonly DiagnosticDescriptor ObjectLeftOut = Warning("VTG069", "'{0}', {1}, is left out: {2}");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        Unreadable, NotYamlOrJson, NotOpenApi, DuplicateKey, OverLimit, NotText, KiotaFinding,
        DanglingReference, DanglingReferenceUnused, ExternalReference, ReferenceCycle, NullTypeProperty, InvalidSecurityScheme, InvalidExample,
        BodyOnGet, DuplicateOperationId, NothingSelected, MissingFile, LeftOut,
        InvalidOverlay, OverlayTargetMatchesNothing, InvalidJsonPath, InvalidUpdate, OverlayWithoutDocument,
        MergeConflict, VendorsCollide, InvalidVendorName,
        InvalidLockFile, OutputFailed, Busy, GenerationFailed, Incomplete, KiotaMissing, VendorSkipped,
        InvalidProperty,
        OddField, OddName, PathLeftOut, CompositionRing, CompositionTooLarge, DefaultLeftOut, MappingToNothing, TooLarge, InvalidPattern,
        ObjectLeftOut,
    ];

    private static DiagnosticDescriptor Error(string id, string format) => new(id, DiagnosticSeverity.Error, format);

    private static DiagnosticDescriptor Warning(string id, string format) => new(id, DiagnosticSeverity.Warning, format);
}
