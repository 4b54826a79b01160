using System.Text.RegularExpressions;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Kiota;
using VideoTasks.Build.Preparation;

namespace VideoTasks.Build.Update;

/// <summary>What Kiota says of the prepared document, as diagnostics at the vendor's own.</summary>
internal static partial class KiotaDiagnostics
{
    public static Diagnostic Create(KiotaMessage message, PreparedDocument document)
    {
        var bag = new DiagnosticBag();
        var severity = message.IsError ? DiagnosticSeverity.Warning : SeverityOf(message.Text);
        bag.Report(DiagnosticDescriptors.KiotaFinding, severity, document.Find(message.Pointer ?? ""), message.Text);
        return bag.All[0];
    }

    private static DiagnosticSeverity SeverityOf(string text) => WithoutLoss().IsMatch(text) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;

    // A format without a type of its own is read as its type; a composed type without a discriminator has each of its forms as a property; what our
    // own
    // checks of the document say better; and the base URL, which is the description's.
    [
        GeneratedRegex(
            "is not supported by Kiota|does not define a discriminator|is not inherited from|does not point to an existing schema|GET operation "
                + "with a body|server|[Ee]rror type", RegexOptions.NonBacktracking)]
    private static partial Regex WithoutLoss();
}
