namespace VideoTasks.Build.Diagnostics;

internal enum DiagnosticSeverity
{
    /// <summary>Printed as a message; never stops or colours a build.</summary>
    Info,

    /// <summary>The client is generated, but something in the document is lost or doubtful.</summary>
    Warning,

    /// <summary>Nothing is generated for the vendor; its previous client stays.</summary>
    Error,
}
