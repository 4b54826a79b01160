namespace VideoTasks.Build.Documents;

/// <summary>The files of a vendor under <c>openapi/</c>.</summary>
/// <param name="Name">The vendor's name, lower case: the file's or folder's.</param>
/// <param name="Documents">Its documents, full paths in ordinal order.</param>
/// <param name="Overlays">Its overlays, full paths in ordinal order.</param>
/// <param name="Folder">The folder whose files the documents may refer to: <c>openapi/&lt;vendor&gt;</c>, also where the document stands beside
/// it.</param>
internal sealed record VendorSource(string Name, IReadOnlyList<string> Documents, IReadOnlyList<string> Overlays, string Folder)
{
    public IEnumerable<string> Files => Documents.Concat(Overlays);
}
