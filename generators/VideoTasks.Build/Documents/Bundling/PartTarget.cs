namespace VideoTasks.Build.Documents.Bundling;

/// <summary>Where a reference leads.</summary>
/// <param name="File">The full path of the file.</param>
/// <param name="Fragment">The place in it as the reference writes it, with its <c>#</c>; empty for the whole file.</param>
internal readonly record struct PartTarget(string File, string Fragment)
{
    /// <summary>The same as a JSON Pointer without percent-encoding.</summary>
    public string Pointer => Fragment.Length > 0 ? Uri.UnescapeDataString(Fragment[1..]) : "";
}
