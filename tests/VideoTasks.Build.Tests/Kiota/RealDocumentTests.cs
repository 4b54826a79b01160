namespace VideoTasks.Build.Tests.Kiota;

/// <summary>Documents as vendors publish them, and one for each feature of OpenAPI.</summary>
public sealed class RealDocumentTests
{
    [Fact]
    public void Every_document_becomes_a_client_that_compiles_without_a_warning()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Documents"), "*", SearchOption.AllDirectories)
            .Where(static f => Path.GetExtension(f) is ".yaml" or ".json")
            .Order(StringComparer.Ordinal);

        var clients = ClientBatch.Generate(files.Select(f => (f, File.ReadAllText(f))));

        clients.Count.ShouldBeGreaterThan(25);
        clients.Where(static c => c.Files is null).Select(static c => c.ToString()).ShouldBeEmpty();
        ClientBatch.Faults(clients).ShouldBeEmpty();
    }
}
