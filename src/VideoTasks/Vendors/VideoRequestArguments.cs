using System.ComponentModel;

namespace VideoTasks.Generated;

/// <summary>
/// The values of one call that go into its URL. For generated code; may change with any minor version together with VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record VideoRequestArguments
{
    /// <summary>The id of the task, unescaped; null for a list or a create.</summary>
    public string? Id { get; init; }

    /// <summary>The wanted rendition of the content (<c>video</c>, <c>thumbnail</c>, <c>spritesheet</c>); null for the default.</summary>
    public string? Variant { get; init; }

    /// <summary>The page size of a list; null for the vendor's own.</summary>
    public int? Limit { get; init; }

    /// <summary>The id or the cursor after which a page of a list starts; null for the first page.</summary>
    public string? After { get; init; }

    /// <summary>The number of a page of a list, or how many tasks to leave out, for vendors that count; null for the first page.</summary>
    public int? Position { get; init; }

    /// <summary>Values of path parameters besides the id, by name; they win over the document's defaults.</summary>
    public IReadOnlyDictionary<string, string>? PathParameters { get; init; }
}
