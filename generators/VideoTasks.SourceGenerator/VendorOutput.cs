using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.CSharp;
using VideoTasks.SourceGenerator.Diagnostics;
using VideoTasks.SourceGenerator.Emit;
using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator;

/// <summary>What comes of a vendor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ClassName">Its class.</param>
/// <param name="Source">The text of the generated file; null when there is nothing to generate from.</param>
/// <param name="IsPublic">Whether its class is public.</param>
/// <param name="DescriptionPath">Where its description is.</param>
/// <param name="Root">What the files of its diagnostics are relative to.</param>
/// <param name="Diagnostics">What there is to say.</param>
/// <param name="SameClass">What there is to say in the place of the source when another vendor has the class; null when nothing is generated.</param>
internal sealed record VendorOutput(
    string Name, string ClassName, string? Source, bool IsPublic, string DescriptionPath, string Root,
    EquatableArray<DiagnosticInfo> Diagnostics, DiagnosticInfo? SameClass)
{
    /// <summary>The name of the generated file.</summary>
    public string HintName => ClassName + ".g.cs";

    public static VendorOutput Create(BoundVendor vendor, GeneratorOptions options)
    {
        string? source = null;
        if (vendor is { Error: null, Client: { } client })
        {
            try
            {
                source = VendorEmitter.Emit(vendor, client, options.Namespace);
            }
#pragma warning disable CA1031 // One vendor's fault must not take the others along.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                vendor = vendor with { Error = VendorDiagnostics.Failure(vendor.Description, exception) };
            }
        }

        var className = CSharpName.OfVendor(vendor.Name);
        var sameClass = source is null ? null : VendorDiagnostics.SameClass(vendor.Description, className);
        return new(
            vendor.Name, className, source, vendor.Client?.IsPublic ?? false, vendor.File.Path, options.Root,
            VendorDiagnostics.Of(vendor), sameClass);
    }
}
