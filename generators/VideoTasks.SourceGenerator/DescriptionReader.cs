using Microsoft.CodeAnalysis;
using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.Diagnostics;
using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator;

/// <summary>Reads the files of vendor descriptions.</summary>
internal static class DescriptionReader
{
    /// <summary>Reads a file. What is wrong with it is in the result.</summary>
    public static DescriptionFile Read(AdditionalText file, CancellationToken cancellationToken)
    {
        try
        {
            return new(file.Path, DescriptionCodec.Read(file.GetText(cancellationToken)?.ToString() ?? ""), null);
        }
        catch (DescriptionFormatException exception)
        {
            return Unusable(file.Path, exception.Line, exception.Message);
        }
#pragma warning disable CA1031 // One vendor's fault must not take the others along.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return Unusable(file.Path, 1, $"it can't be read ({exception.GetType().Name})");
        }
    }

    private static DescriptionFile Unusable(string path, int line, string reason) =>
        new(path, new VendorDescription(), new(DiagnosticDescriptors.UnusableDescription.Id, null, line, 1, new([reason])));
}
