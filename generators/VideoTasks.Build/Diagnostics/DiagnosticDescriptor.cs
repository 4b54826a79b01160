namespace VideoTasks.Build.Diagnostics;

/// <summary>A kind of diagnostic. Its id never changes and is never given to another kind; <c>docs/{Id}.md</c> explains it.</summary>
/// <param name="Id"><c>VTG</c> and three digits.</param>
/// <param name="Severity">What it does to a build.</param>
/// <param name="Format">The message, with <see cref="string.Format(string, object?[])"/> placeholders.</param>
internal sealed record DiagnosticDescriptor(string Id, DiagnosticSeverity Severity, string Format)
{
    /// <summary>The page that says what to do.</summary>
    public string HelpLink => HelpPages.Of(Id);
}
