namespace VideoTasks.Build.Tests.Build;

public sealed class BuildTests : IDisposable
{
    private const string Document = """
        openapi: 3.1.0
        info: {title: Acme, version: '1'}
        paths:
          /v1/videos/{id}:
            get:
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses:
                '200': {description: A video, content: {application/json: {schema: {$ref: '#/components/schemas/Video'}}}}
        components:
          schemas:
            Video: {type: object, properties: {id: {type: string}, status: {type: string}}}

        """;

    private readonly BuildProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_build_generates_what_changed_and_nothing_else()
    {
        _project.Write("openapi/acme.yaml", Document);
        var first = _project.Build();
        first.ExitCode.ShouldBe(0, first.Output);
        first.Compiled.ShouldContain("generated/Acme/AcmeClient.cs");
        first.Compiled.ShouldContain("Program.cs");
        first.Descriptions.ShouldContain("obj/videotasks/acme.vendor.txt");

        var time = _project.LastGeneration;
        var second = _project.Build();
        second.Compiled.ShouldBe(first.Compiled);
        _project.LastGeneration.ShouldBe(time);

        File.Delete(_project.FullPath("generated/Acme/AcmeClient.cs"));
        File.AppendAllText(_project.FullPath("generated/Acme/Models/Video.cs"), "// edited");
        _project.Build().Compiled.ShouldBe(first.Compiled);
        File.Exists(_project.FullPath("generated/Acme/AcmeClient.cs")).ShouldBeTrue();
        File.ReadAllText(_project.FullPath("generated/Acme/Models/Video.cs")).ShouldNotContain("edited");

        // A document that is replaced by one with an older time counts as changed; one that is gone takes its client along.
        _project.Write("openapi/acme.yaml", Document.Replace("status", "state", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(_project.FullPath("openapi/acme.yaml"), DateTime.UtcNow.AddDays(-1));
        _project.Build().ExitCode.ShouldBe(0);
        File.ReadAllText(_project.FullPath("generated/Acme/Models/Video.cs")).ShouldContain("State");
        File.Delete(_project.FullPath("openapi/acme.yaml"));
        _project.Build().Compiled.ShouldBe(["Program.cs"]);
        Directory.Exists(_project.FullPath("generated/Acme")).ShouldBeFalse();
    }

    [Fact]
    public void A_fault_of_a_document_is_an_error_of_the_build_until_it_is_corrected()
    {
        _project.Write("openapi/acme.yaml", Document);
        var first = _project.Build();
        _project.Write("openapi/acme.yaml", Document.Replace("paths:", "paths: [", StringComparison.Ordinal));

        foreach (var attempt in new[] { "first", "second" })
        {
            var broken = _project.Build();
            broken.ExitCode.ShouldBe(1, attempt);
            broken.Output.ShouldContain($"{_project.FullPath("openapi/acme.yaml")}(4,14): error VTG002: ");
            broken.Output.ShouldContain("error VTG055");
        }

        File.Exists(_project.FullPath("generated/Acme/AcmeClient.cs")).ShouldBeTrue();
        _project.Write("openapi/acme.yaml", Document + "  securitySchemes: {k: {type: bearer}}\n");
        var corrected = _project.Build();
        corrected.ExitCode.ShouldBe(0, "a warning of a document stays a warning where warnings of the compiler are errors");
        corrected.Output.ShouldContain("warning VTG015");
        corrected.Compiled.ShouldBe(first.Compiled);
        var again = _project.Build();
        again.ExitCode.ShouldBe(0, "a warning of a document stays a warning where warnings of the compiler are errors");
        again.Output.ShouldContain($"{_project.FullPath("openapi/acme.yaml")}(12,");
        again.Output.ShouldContain("warning VTG015");
    }

    [Fact]
    public void A_part_in_a_folder_below_is_an_input_of_the_build()
    {
        _project.Write(
            "openapi/acme/openapi.yaml", Document[
                ..Document.IndexOf("components:", StringComparison.Ordinal)].Replace("#/components/schemas", "schemas", StringComparison.Ordinal)
            .Replace("schemas/Video", "schemas/Video.yaml", StringComparison.Ordinal));
        _project.Write("openapi/acme/schemas/Video.yaml", "type: object\nproperties: {id: {type: string}, status: {type: string}}\n");
        var first = _project.Build();
        first.ExitCode.ShouldBe(0, first.Output);
        first.Compiled.ShouldContain("generated/Acme/Models/Video.cs");
        var time = _project.LastGeneration;
        _project.Build().Compiled.ShouldBe(first.Compiled);
        _project.LastGeneration.ShouldBe(time);

        _project.Write("openapi/acme/schemas/Video.yaml", "type: object\nproperties: {id: {type: string}, state: {type: string}}\n");
        _project.Build().ExitCode.ShouldBe(0);
        File.ReadAllText(_project.FullPath("generated/Acme/Models/Video.cs")).ShouldContain("State");

        File.Delete(_project.FullPath("openapi/acme/schemas/Video.yaml"));
        var broken = _project.Build();
        broken.ExitCode.ShouldBe(1);
        broken.Output.ShouldContain("error VTG020: ");
        broken.Output.ShouldContain(_project.FullPath("openapi/acme/schemas/Video.yaml"));
    }

    [Fact]
    public void An_editor_and_a_build_without_generation_take_what_is_there()
    {
        _project.Write("generated/Acme/AcmeClient.cs", "// <auto-generated/>\n");
        _project.Write("openapi/acme.yaml", Document);

        _project.Build("-p:DesignTimeBuild=true").Compiled.ShouldBe(["Program.cs", "generated/Acme/AcmeClient.cs"], ignoreOrder: true);
        _project.Build("-p:VideoTasksGenerateClients=false").Compiled.ShouldBe(["Program.cs", "generated/Acme/AcmeClient.cs"], ignoreOrder: true);
    }
}
