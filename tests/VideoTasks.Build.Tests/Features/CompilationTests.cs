using VideoTasks.Build.Generation;
using VideoTasks.Build.Tests.Compilation;

namespace VideoTasks.Build.Tests.Features;

public class CompilationTests
{
    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Documents", "Features"), "*.yaml")
        .Select(static path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> VendorDocuments => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Documents"))
        .Select(static path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(VendorDocuments))]
    public void The_client_of_a_vendors_whole_document_compiles_without_warnings(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", file));
        var files = ClientGeneration.Generate(TestDocument.Parse(text, file), TestDocument.Options).Files;

        ClientCompiler.Compile(files).Faults().ShouldBeEmpty();
        files.Count.ShouldBeGreaterThan(2);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_client_of_each_document_compiles_without_warnings(string document)
    {
        var text = TestDocument.Read(document);

        ClientCompiler.Compile(TestDocument.Generate(text).Files).Faults().ShouldBeEmpty();
        ClientCompiler.Compile(TestDocument.Generate(text, TestDocument.Options with { UsesBackingStore = true }).Files).Faults().ShouldBeEmpty();
        ClientCompiler.Compile(TestDocument.Generate(text, TestDocument.Options with { ExcludeBackwardCompatible = false, IncludeAdditionalData = false }).Files)
            .Faults().ShouldBeEmpty();
    }
}
