namespace VideoTasks.ClientGenerator.Vendors;

/// <summary>The files of a vendor under <c>openapi/</c>.</summary>
/// <param name="Name">The vendor's name, lower case: the file's or folder's.</param>
/// <param name="Documents">Its documents, full paths in ordinal order.</param>
/// <param name="Overlays">Its overlays, full paths in ordinal order.</param>
internal sealed record VendorSource(string Name, IReadOnlyList<string> Documents, IReadOnlyList<string> Overlays)
{
    public IEnumerable<string> Files => Documents.Concat(Overlays);
}
