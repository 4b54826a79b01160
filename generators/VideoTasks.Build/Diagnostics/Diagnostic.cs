using System.Globalization;

namespace VideoTasks.Build.Diagnostics;

/// <summary>A finding about a document, at its place.</summary>
internal sealed record Diagnostic(DiagnosticDescriptor Descriptor, SourcePosition? Position, string Message)
{
    public DiagnosticSeverity Severity { get; init; } = Descriptor.Severity;

    /// <summary>MSBuild's canonical form, <c>file(line,column): error VTG001: message</c>, which makes it an error of the build.</summary>
    public override string ToString()
    {
        var origin = Position switch
        {
            null => "VideoTasks.Build",
            { Line: 0 } => Position.Value.File,
            _ => string.Create(CultureInfo.InvariantCulture, $"{Position.Value.File}({Position.Value.Line},{Position.Value.Column})"),
        };
        var severity = Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "message" };
        return $"{origin}: {severity} {Descriptor.Id}: {Message}";
    }

    /// <summary>The same with the page that says what to do at its end, as the compiler says it of its own.</summary>
    public string ToBuildMessage() => $"{this} ({Descriptor.HelpLink})";
}
