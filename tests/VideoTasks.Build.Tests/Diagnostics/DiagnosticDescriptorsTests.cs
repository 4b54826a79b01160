using System.Reflection;
using System.Runtime.CompilerServices;
using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Tests.Diagnostics;

public class DiagnosticDescriptorsTests
{
    [Fact]
    public void The_list_holds_every_descriptor_once_and_in_order()
    {
        var fields = typeof(DiagnosticDescriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(DiagnosticDescriptor)).Select(f => (DiagnosticDescriptor)f.GetValue(null)!);

        DiagnosticDescriptors.All.ShouldBe(fields.OrderBy(d => d.Id, StringComparer.Ordinal));
        DiagnosticDescriptors.All.Select(d => d.Id).ShouldBeUnique();
        DiagnosticDescriptors.All.ShouldAllBe(d => d.Id.Length == 6 && d.Id.StartsWith("VTG", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_has_a_page_and_each_page_has_one()
    {
        var pages = Directory.GetFiles(Path.Combine(Generator(), "docs"), "VTG*.md")
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal);

        pages.ShouldBe(DiagnosticDescriptors.All.Select(d => d.Id));
    }

    [Fact]
    public void A_message_of_the_build_ends_with_the_page_that_explains_it() => DiagnosticDescriptors.All.ShouldAllBe(d =>
        File.Exists(Path.Combine(Generator(), "../..", d.HelpLink.Substring(d.HelpLink.IndexOf("/generators/", StringComparison.Ordinal) + 1)))
            && new Diagnostic(d, null, "x").ToBuildMessage().EndsWith($": x ({d.HelpLink})", StringComparison.Ordinal));

    [Fact]
    public void A_message_stays_in_its_line_whatever_the_document_says()
    {
        var diagnostics = new DiagnosticBag();

        diagnostics.Report(
            DiagnosticDescriptors.DanglingReferenceUnused, new SourcePosition("a.yaml", 1, 2), "x\r\na.cs(1,1): error CS0000: \u2028\u202e"
                + new string('y', 1000));

        var text = diagnostics.All[0].ToString();
        text.ShouldStartWith("a.yaml(1,2): warning VTG011: The reference 'x  a.cs(1,1): error CS0000:   yyy");
        text.Split('\n', '\r', '\u2028').Length.ShouldBe(1);
        text.Length.ShouldBeLessThan(400);
    }

    private static string Generator([CallerFilePath] string file = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../generators/VideoTasks.Build"));
}
