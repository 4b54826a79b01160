namespace VideoTasks.Vendors;

/// <summary>The values of one call that go into its URL.</summary>
/// <param name="Id">The id of the task, unescaped; null for a list or a create.</param>
/// <param name="Variant">The wanted rendition of the content (<c>video</c>, <c>thumbnail</c>, <c>spritesheet</c>); null for the default.</param>
/// <param name="Limit">The page size of a list; null for the vendor's own.</param>
/// <param name="After">The id after which a page of a list starts; null for the first page.</param>
public sealed record VideoRequestArguments(string? Id = null, string? Variant = null, int? Limit = null, string? After = null);
