namespace VideoTasks.SourceGenerator;

/// <summary>The names of the pipeline's steps, for tests of what is cached.</summary>
internal static class StepNames
{
    public const string Options = nameof(Options);
    public const string Parse = nameof(Parse);
    public const string Client = nameof(Client);
    public const string Vendor = nameof(Vendor);
    public const string Severity = nameof(Severity);
    public const string Names = nameof(Names);
    public const string Library = nameof(Library);
}
