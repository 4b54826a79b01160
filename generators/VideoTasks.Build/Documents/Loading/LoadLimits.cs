namespace VideoTasks.Build.Documents.Loading;

/// <summary>What a document may cost. The largest published video API documents stay far below each of them.</summary>
internal sealed record LoadLimits
{
    public static LoadLimits Default { get; } = new();

    /// <summary>In bytes, of one file.</summary>
    public long FileSize { get; init; } = 32 * 1024 * 1024;

    /// <summary>Nesting of objects and arrays. Everything after loading walks the document recursively and relies on this.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>Objects, arrays and values of one file.</summary>
    public int Nodes { get; init; } = 1_000_000;

    /// <summary>References that refer to references, one after the other.</summary>
    public int ReferenceChain { get; init; } = 64;

    /// <summary>Files that the references of a vendor's documents may lead to.</summary>
    public int Parts { get; init; } = 5_000;

    /// <summary>In bytes, of all of these together.</summary>
    public long PartsSize { get; init; } = 64 * 1024 * 1024;

    /// <summary>Nodes that YAML aliases and merge keys, overlays, and references to other files may add.</summary>
    public int AliasedNodes { get; init; } = 500_000;
}
