using VideoTasks.ClientGenerator.Tests.Compilation;

namespace VideoTasks.ClientGenerator.Tests.Features;

public class CompilationTests
{
    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Documents", "Features"), "*.yaml")
        .Select(static path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

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
