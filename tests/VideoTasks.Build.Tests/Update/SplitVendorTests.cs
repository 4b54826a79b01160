using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Tests.Update;

public sealed class SplitVendorTests : IDisposable
{
    private const string Root = """
        openapi: 3.1.0
        info: {title: Acme, version: '1'}
        paths:
          /v1/videos/{id}: {$ref: ROOTpaths/video.yaml}
        """;

    private readonly UpdateProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Parts_are_in_the_lock_file_and_editing_one_regenerates_this_vendor_only()
    {
        AddSplit("openapi/acme/openapi.yaml", "");
        _project.AddVendor("other");
        _project.Run().ShouldBeTrue(string.Join('\n', _project.Diagnostics.All));
        _project.Diagnostics.All.ShouldBeEmpty();
        var entry = _project.Lock()["acme"]!;
        entry["documents"]!.ToJsonString()
            .ShouldBe("""["openapi/acme/openapi.yaml","openapi/acme/paths/video.yaml","openapi/acme/schemas/Video.yaml"]""");
        entry["descriptionLocation"]!.GetValue<string>().ShouldBe("openapi/acme/openapi.yaml");

        _project.Run().ShouldBeTrue();
        _project.Generator.Generated.Order().ShouldBe(["acme", "other"]);

        _project.Write("openapi/acme/schemas/Video.yaml", "type: object\nproperties: {id: {type: string}}");
        _project.Run().ShouldBeTrue();
        _project.Generator.Generated.Order().ShouldBe(["acme", "acme", "other"]);
        _project.Lock()["acme"]!["descriptionHash"]!.ToString().ShouldNotBe(entry["descriptionHash"]!.ToString());

        _project.Write("openapi/acme/schemas/Nobody.yaml", "type: object");
        _project.Run().ShouldBeTrue();
        _project.Generator.Generated.Count.ShouldBe(3);
    }

    [Fact]
    public void A_removed_part_is_an_error_that_says_which_and_the_client_stays()
    {
        AddSplit("openapi/acme/openapi.yaml", "");
        _project.Run().ShouldBeTrue();
        var before = _project.Contents();
        File.Delete(_project.Path("openapi/acme/schemas/Video.yaml"));

        _project.Run().ShouldBeFalse();

        var error = _project.Diagnostics.All.ShouldHaveSingleItem();
        error.Descriptor.ShouldBe(DiagnosticDescriptors.MissingFile);
        error.Position!.Value.File.ShouldBe(_project.Path("openapi/acme/paths/video.yaml"));
        error.Message.ShouldContain(_project.Path("openapi/acme/schemas/Video.yaml"));
        _project.Contents().ShouldBe(before);

        AddSplit("openapi/acme/openapi.yaml", "");
        _project.Run().ShouldBeTrue();
    }

    [Fact]
    public void A_document_beside_its_folder_refers_into_it()
    {
        AddSplit("openapi/acme.yaml", "acme/");
        _project.Write("openapi/acme/part.yaml", "type: object");

        _project.Run().ShouldBeTrue();

        _project.Diagnostics.All.ShouldBeEmpty();
        _project.Lock()["acme"]!["documents"]!
            .ToJsonString()
            .ShouldBe("""["openapi/acme.yaml","openapi/acme/paths/video.yaml","openapi/acme/schemas/Video.yaml"]""");
        AddSplit("openapi/acme/openapi.yaml", "");
        _project.Run().ShouldBeFalse();
        _project.Diagnostics.All.ShouldContain(d => d.Descriptor == DiagnosticDescriptors.VendorsCollide);
    }

    [Fact]
    public void Another_vendors_folder_is_out_of_reach()
    {
        AddSplit("openapi/acme/openapi.yaml", "../other/");
        AddSplit("openapi/other/openapi.yaml", "");

        _project.Run().ShouldBeFalse();

        _project.Diagnostics.All.ShouldHaveSingleItem().Descriptor.ShouldBe(DiagnosticDescriptors.ExternalReference);
    }

    [Fact]
    public void Files_beside_the_document_are_parts_documents_or_left_out()
    {
        AddSplit("openapi/acme/openapi.yaml", "");
        _project.Write("openapi/acme/common.yaml", "Video: {type: object}");
        _project.Write("openapi/acme/paths/video.yaml", Part.Replace("../schemas/Video.yaml", "../common.yaml#/Video", StringComparison.Ordinal));
        _project.Write("openapi/acme/more.yaml", "paths: {/v1/more: {get: {responses: {}}}}");
        _project.Write("openapi/acme/package.json", """{"name": "acme"}""");
        _project.Write("openapi/below/spec/openapi.yaml", "openapi: 3.1.0");

        _project.Run().ShouldBeTrue(string.Join('\n', _project.Diagnostics.All));

        _project.Lock()["acme"]!["documents"]!.ToJsonString().ShouldBe(
            """["openapi/acme/common.yaml","openapi/acme/more.yaml","openapi/acme/openapi.yaml","openapi/acme/paths/video.yaml"]""");
        _project.Diagnostics.All.Select(d => d.Position!.Value.File)
            .ShouldBe([_project.Path("openapi/below/spec/openapi.yaml"), _project.Path("openapi/acme/package.json")]);
        _project.Diagnostics.All.ShouldAllBe(d => d.Descriptor == DiagnosticDescriptors.LeftOut);
    }

    [Fact]
    public void An_overlay_changes_what_comes_out_of_the_parts()
    {
        AddSplit("openapi/acme/openapi.yaml", "");
        _project.Write("openapi/acme/fix.overlay.yaml", """
            overlay: 1.0.0
            info: {title: t, version: '1'}
            actions:
              - target: $.paths['/v1/videos/{id}'].get
                update: {x-video-operation: get}
              - target: $.components.schemas.Video.properties
                update: {status: {type: string}}
            """);

        _project.Run().ShouldBeTrue();

        _project.Diagnostics.All.ShouldBeEmpty();
    }

    private const string Part = """
        get:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses:
            '200': {description: A video task, content: {application/json: {schema: {$ref: ../schemas/Video.yaml}}}}
        """;

    private void AddSplit(string document, string prefix)
    {
        var folder = document.EndsWith("/openapi.yaml", StringComparison.Ordinal)
            ? System.IO.Path.GetDirectoryName(document)!
            : document[..^".yaml".Length];
        _project.Write(document, Root.Replace("ROOT", prefix, StringComparison.Ordinal));
        _project.Write(folder + "/paths/video.yaml", Part);
        _project.Write(folder + "/schemas/Video.yaml", "type: object\nproperties: {id: {type: string}, status: {type: string}}");
    }
}
