using VideoTasks.SourceGenerator.Diagnostics;
using VideoTasks.SourceGenerator.Emit;
using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator;

/// <summary>What comes of a vendor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="HintName">The generated file.</param>
/// <param name="Source">Its text; null when there is nothing to generate from.</param>
/// <param name="DescriptionPath">Where its description is.</param>
/// <param name="Root">What the files of its diagnostics are relative to.</param>
/// <param name="Diagnostics">What there is to say.</param>
internal sealed record VendorOutput(string Name, string HintName, string? Source, string DescriptionPath, string Root, EquatableArray<DiagnosticInfo> Diagnostics)
{
    public static VendorOutput Create(VendorModel vendor, ClientModel client, GeneratorOptions options)
    {
        var source = vendor.Error is null && client.ClientType is not null ? VendorEmitter.Emit(vendor, client, options.Namespace) : null;
        return new(vendor.Name, CodeWriter.ClassName(vendor.Name) + ".g.cs", source, vendor.FilePath, options.Root, VendorDiagnostics.Of(vendor, client));
    }
}
