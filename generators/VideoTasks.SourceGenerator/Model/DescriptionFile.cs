using VideoTasks.Build.Description.Format;

namespace VideoTasks.SourceGenerator.Model;

/// <summary>A vendor description as a file of the project.</summary>
/// <param name="Path">The file.</param>
/// <param name="Vendor">What it says; nothing when it can't be used.</param>
/// <param name="Error">Why it can't be used; null when it can.</param>
internal sealed record DescriptionFile(string Path, VendorDescription Vendor, DiagnosticInfo? Error)
{
    public string Name => Vendor.Name;
}
