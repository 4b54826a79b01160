using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace VideoTasks.SourceGenerator.Diagnostics;

/// <summary>Every diagnostic of the source generator. Ids are never reused; each has a page in <c>docs/</c>.</summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "VideoTasks";

    // Ids are never used twice, so the page of the newest version is also that of an older one.
    private static readonly string Pages = typeof(DiagnosticDescriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(a => a.Key == "RepositoryUrl").Value + "/blob/main/generators/VideoTasks.SourceGenerator/docs/";

    public static readonly DiagnosticDescriptor UnmappedStatusWord = Warning(
        "VT001", "A status word that no rule maps", "'{0}' is a status of {1} that no rule maps: tasks with it are Unknown and not terminal. Map "
            + "it with the hint x-video-status.");

    public static readonly DiagnosticDescriptor NoGetOperation = Warning(
        "VT002", "No operation reads a task", "No operation of {0} is recognised as the one that reads a task: {1}. Name it with the hint "
            + "x-video-operation.");

    public static readonly DiagnosticDescriptor NoContentOperation = Warning(
        "VT003", "No way to the video", "Nothing in {0} leads to the video: no operation delivers it, and the answer of {1} has no URL of it "
            + "({2}). Name it with x-video-operation or x-video-fields.");

    public static readonly DiagnosticDescriptor TwoOperations = Warning(
        "VT004", "Two operations for one role", "Two operations of {0} fit the role '{1}' as well: {2} was taken and {3} was not. Name one with "
            + "the hint x-video-operation.");

    public static readonly DiagnosticDescriptor TwoFields = Warning(
        "VT005", "Two properties for one field", "Two properties fit the field {1} of {0} as well in the answer of {4}: {2} was taken and {3} was "
            + "not. Name one with the hint x-video-fields.");

    public static readonly DiagnosticDescriptor HintPointsAtNothing = Error(
        "VT006", "A hint points at nothing", "The hint {1} of {0} points at nothing: '{2}': {3}");

    public static readonly DiagnosticDescriptor InvalidHint = Error(
        "VT007", "A hint can't be understood", "The hint {1} of {0} can't be understood: {2}");

    public static readonly DiagnosticDescriptor IncompatibleField = Warning(
        "VT008", "A property whose type can't hold its field", "'{1}' of {0} is called like the field {2}, but its type '{3}' can't hold it: it is "
            + "read from the raw body only. Correct its type in an overlay.");

    public static readonly DiagnosticDescriptor NoSecurityScheme = Warning(
        "VT009", "No security scheme", "The document of {0} has {1}. Say how the key is sent with the hint x-video-auth (or 'none').");

    public static readonly DiagnosticDescriptor UnusableDescription = Error(
        "VT010", "A vendor description that can't be used", "The vendor description can't be used: {0}. It is written by the client generator: "
            + "delete it and build again.");

    public static readonly DiagnosticDescriptor NoClient = Error(
        "VT011", "No typed client", "The typed client {1} of {0} is not in the compilation: build again, or correct the lock file.");

    public static readonly DiagnosticDescriptor OperationNotInClient = Warning(
        "VT012", "An operation that the typed client lacks", "The typed client of {0} has no {1}: {2}. The vendor goes without its operation "
            + "'{3}'; correct the include patterns of the lock file.");

    public static readonly DiagnosticDescriptor NoValue = Warning(
        "VT013", "A parameter that nothing gives a value", "{1} of {0} needs a value for its {2} parameter '{3}', and nothing gives one. Write it "
            + "as the hint x-video-{2} (headers: x-video-headers), or give it in the application: VideoTaskClientOptions.PathParameters, --path "
                + "{3}=VALUE.");

    public static readonly DiagnosticDescriptor UnwritableBody = Warning(
        "VT014", "An operation whose body can't be written", "{1} of {0} takes {2} as its body, which can't be written. The vendor goes without "
            + "its operation '{3}'; correct the body in an overlay.");

    public static readonly DiagnosticDescriptor VendorFailed = Error(
        "VT015", "A vendor that can't be generated", "The source generator failed on {0}, and on no other vendor for that: {1}. Please report it "
            + "with the vendor's document.");

    public static readonly DiagnosticDescriptor SameClass = Error(
        "VT016", "Two vendors with one class", "The vendor {0} has the same class as another one, {1}, and is left out. Rename one of them.");

    public static readonly DiagnosticDescriptor UnfilledField = Warning(
        "VT017", "A required field that nothing fills", "{1} of {0} requires '{2}' in its body, and no canonical field, hint or default fills it. "
            + "Write it as the hint x-video-request (a field's place, or 'values'), or give it in each request: "
                + "VideoTaskRequest.AdditionalProperties, --set NAME=VALUE.");

    public static ImmutableDictionary<string, DiagnosticDescriptor> ById { get; } = new[]
    {
        UnmappedStatusWord, NoGetOperation, NoContentOperation, TwoOperations, TwoFields, HintPointsAtNothing, InvalidHint, IncompatibleField,
        NoSecurityScheme,
        UnusableDescription, NoClient, OperationNotInClient, NoValue, UnwritableBody, VendorFailed, SameClass, UnfilledField,
    }.ToImmutableDictionary(d => d.Id, StringComparer.Ordinal);

    private static DiagnosticDescriptor Warning(string id, string title, string format) => New(id, title, format, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Error(string id, string title, string format) => New(id, title, format, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor New(string id, string title, string format, DiagnosticSeverity severity) =>
        new(id, title, format, Category, severity, isEnabledByDefault: true, helpLinkUri: Pages + id + ".md");
}
