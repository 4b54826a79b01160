using System.Text.Json.Nodes;

namespace VideoTasks.Build.Tests.Update;

public sealed class LockFileTests : IDisposable
{
    private readonly UpdateProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void What_someone_sets_in_the_lock_file_is_kept()
    {
        _project.AddVendor("acme");
        _project.Run();
        _project.EditLock(l => l["acme"]!["includePatterns"] = new JsonArray("/v1/videos/{id}#GET"));
        _project.EditLock(l => l["acme"]!["clientClassName"] = "Videos");
        _project.EditLock(l => l["acme"]!["comment"] = "ours");
        _project.AddVendor("acme", "Acme two");

        _project.Run().ShouldBeTrue();

        _project.Generated().ShouldBe(["Acme/Models/Video.cs", "Acme/Videos.cs"]);
        _project.Lock()["acme"]!["includePatterns"]!.ToJsonString().ShouldBe("""["/v1/videos/{id}#GET"]""");
        _project.Lock()["acme"]!["comment"]!.GetValue<string>().ShouldBe("ours");
    }

    [Fact]
    public void Derived_include_patterns_follow_the_document()
    {
        _project.AddVendor("acme", more: "  /v1/chat:\n    post: {responses: {}}\n");
        _project.Run();
        _project.Lock()["acme"]!["includePatterns"]!.AsArray().Count.ShouldBeGreaterThan(0);

        _project.AddVendor("acme");
        _project.Run();

        _project.Lock()["acme"]!["includePatterns"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{", "VTG050")]
    [InlineData("""{"clients": []}""", "VTG050")]
    [InlineData("""{"clients": {"acme": {"includePatterns": "x"}}}""", "VTG050")]
    [InlineData("""{"clients": {"acme": {"clientNamespaceName": "a; class X"}}}""", "VTG050")]
    [InlineData("""{"clients": {"acme": {"typeAccessModifier": "Secret"}}}""", "VTG050")]
    public void A_broken_lock_file_is_an_error_and_stays(string text, string id)
    {
        _project.AddVendor("acme");
        _project.Write("kiota-lock.json", text);

        _project.Run().ShouldBeFalse();

        _project.Diagnostics.All.ShouldContain(d => d.Descriptor.Id == id && d.Position!.Value.Line == 1);
        _project.Generated().ShouldBeEmpty();
    }
}
