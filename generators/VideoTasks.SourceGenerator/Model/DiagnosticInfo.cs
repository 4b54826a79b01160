using VideoTasks.Build.Description.Format;

namespace VideoTasks.SourceGenerator.Model;

/// <summary>A diagnostic as data, until it is reported.</summary>
/// <param name="Id">Its id.</param>
/// <param name="File">The file, as the description names it; null for the description itself.</param>
/// <param name="Line">From 1; 0 without a place.</param>
/// <param name="Column">From 1.</param>
/// <param name="Arguments">What its message wants.</param>
internal sealed record DiagnosticInfo(string Id, string? File, int Line, int Column, EquatableArray<string> Arguments);
