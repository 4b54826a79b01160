namespace VideoTasks.Vendors;

/// <summary>The values of one call that go into its URL.</summary>
/// <param name="Id">The id of the task, unescaped; null for a list or a create.</param>
/// <param name="Variant">The wanted rendition of the content (<c>video</c>, <c>thumbnail</c>, <c>spritesheet</c>); null for the default.</param>
/// <param name="Limit">The page size of a list; null for the vendor's own.</param>
/// <param name="After">The id or the cursor after which a page of a list starts; null for the first page.</param>
public sealed record VideoRequestArguments(string? Id = null, string? Variant = null, int? Limit = null, string? After = null)
{
    /// <summary>The number of a page of a list, or how many tasks to leave out, for vendors that count; null for the first page.</summary>
    public int? Position { get; init; }

    /// <summary>Values of path parameters besides the id, by name; they win over the document's defaults.</summary>
    public IReadOnlyDictionary<string, string>? PathParameters { get; init; }
}
