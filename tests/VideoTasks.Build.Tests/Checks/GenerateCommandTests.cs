using VideoTasks.Build.Commands;

namespace VideoTasks.Build.Tests.Checks;

public sealed class GenerateCommandTests : IDisposable
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: t, version: '1' }
        paths:
          /a:
            get: { responses: { '200': { $ref: '#/components/responses/A' } } }
          /b:
            get: { responses: { '200': { $ref: '#/components/responses/None' } } }
        components: { responses: { A: { description: ok } } }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videotasks-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Generate_alone_refuses_what_the_build_refuses_at_its_place()
    {
        var (exitCode, errors) = Run(Document);

        exitCode.ShouldBe(1);
        errors.ShouldContain("document.yaml(7,");
        errors.ShouldContain("error VTG010");
        Directory.Exists(Path.Combine(_folder.FullName, "out")).ShouldBeFalse();
    }

    [Fact]
    public void Outside_of_the_selected_paths_it_is_a_warning_as_in_the_build()
    {
        var (exitCode, errors) = Run(Document, "--include-path", "/a");

        exitCode.ShouldBe(0, errors);
        errors.ShouldContain("warning VTG011");
        File.Exists(Path.Combine(_folder.FullName, "out", "kiota-lock.json")).ShouldBeTrue();
    }

    [Fact]
    public void What_the_document_refers_to_in_its_folder_is_read_and_nothing_above()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Video.yaml"), "type: object\nproperties: {id: {type: string}}");
        const string Split = """
            openapi: 3.0.3
            info: { title: t, version: '1' }
            paths: { /a: { get: { responses: { '200': { description: x, content: { application/json: { schema: { $ref: Video.yaml } } } } } } } }
            """;

        var (exitCode, errors) = Run(Split);

        exitCode.ShouldBe(0, errors);
        errors.ShouldBeEmpty();
        File.Exists(Path.Combine(_folder.FullName, "out", "Models", "Video.cs")).ShouldBeTrue();
        string Hash() => File.ReadLines(Path.Combine(_folder.FullName, "out", "kiota-lock.json")).Single(l => l.Contains("descriptionHash", StringComparison.Ordinal));
        var hash = Hash();
        File.AppendAllText(Path.Combine(_folder.FullName, "Video.yaml"), "\n");
        Run(Split).ExitCode.ShouldBe(0);
        Hash().ShouldNotBe(hash);
        Run(Split.Replace("Video.yaml", "../Video.yaml", StringComparison.Ordinal)).Errors.ShouldContain("error VTG012");
    }

    [Fact]
    public void The_log_level_silences_warnings() => Run(Document, "-i", "/a", "--ll", "Error").Errors.ShouldBeEmpty();

    private (int ExitCode, string Errors) Run(string document, params string[] more)
    {
        var path = Path.Combine(_folder.FullName, "document.yaml");
        File.WriteAllText(path, document);
        using var errors = new StringWriter();
        var exitCode = GenerateCommand.Run(["-l", "CSharp", "-d", path, "-o", Path.Combine(_folder.FullName, "out"), .. more], TextWriter.Null, errors);
        return (exitCode, errors.ToString());
    }
}
