using System.Text;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Documents.Overlays;

namespace VideoTasks.Build.Tests.Documents.Overlays;

public class OverlayApplierTests
{
    [Theory]
    [InlineData("{a: 1}", "{target: $, update: {b: 2}}", """{"a":1,"b":2}""")]
    [InlineData("{a: 1}", "{target: $, update: {a: 2}}", """{"a":2}""")]
    [InlineData("{a: 1}", "{target: $, update: {a: null}}", """{"a":null}""")]
    [InlineData("{a: {b: 1, c: {d: 2}}}", "{target: $, update: {a: {c: {e: 3}}}}", """{"a":{"b":1,"c":{"d":2,"e":3}}}""")]
    [InlineData("{a: {b: [1]}}", "{target: $.a, update: {b: [2, 3]}}", """{"a":{"b":[1,2,3]}}""")]
    [InlineData("{a: [1]}", "{target: $.a, update: 2}", """{"a":[1,2]}""")]
    [InlineData("{a: [1]}", "{target: $.a, update: [2, 3]}", """{"a":[1,2,3]}""")]
    [InlineData("{a: [1]}", "{target: $.a, update: {b: 1}}", """{"a":[1,{"b":1}]}""")]
    [InlineData("{a: {b: [1]}}", "{target: $.a, update: {b: 2}}", """{"a":{"b":2}}""")]
    [InlineData("{a: {b: 1}, c: {b: 1}}", "{target: $.*, update: {d: 2}}", """{"a":{"b":1,"d":2},"c":{"b":1,"d":2}}""")]
    [InlineData("{a: {b: 1, c: 2}}", "{target: $.a.b, remove: true}", """{"a":{"c":2}}""")]
    [InlineData("{a: [1, 2, 3, 2]}", "{target: '$.a[?@ == 2]', remove: true}", """{"a":[1,3]}""")]
    [InlineData("{a: {n: null, c: 2}}", "{target: $.a.n, remove: true}", """{"a":{"c":2}}""")]
    [InlineData("{a: {b: {c: 1}}}", "{target: $..*, remove: true}", "{}")]
    [InlineData("{a: {b: 1}}", "{target: $.a, update: {b: 2}, remove: true}", "{}")]
    [InlineData("{a: 1}", "{target: $.a, remove: false, update: 1}, {target: $, update: {b: 1}}", """{"a":1,"b":1}""", "VTG033")]
    public void An_action_changes_the_document(string document, string actions, string expected, string? diagnostic = null)
    {
        var (result, diagnostics) = Apply(document, $"overlay: 1.0.0\ninfo: {{title: t, version: '1'}}\nactions: [{actions}]");

        result!.Root.ToJsonString().ShouldBe(expected);
        diagnostics.All.Select(d => d.Descriptor.Id).ShouldBe(diagnostic is null ? [] : [diagnostic]);
    }

    [Fact]
    public void Later_actions_see_what_earlier_ones_did()
    {
        var (result, diagnostics) = Apply("a: {}", "overlay: 1.0.0\nactions:\n- target: $.a\n  update: {b: {}}\n- target: $.a.b\n  update: {c: 1}");

        result!.Root.ToJsonString().ShouldBe("""{"a":{"b":{"c":1}}}""");
        diagnostics.All.ShouldBeEmpty();
    }

    [Fact]
    public void A_target_that_matches_nothing_is_a_warning_at_its_line()
    {
        var (_, diagnostics) = Apply("a: {}", "overlay: 1.0.0\nactions:\n- target: $.b\n  update: {c: 1}\n- target: $.a\n  update: {c: 1}");

        diagnostics.All.ShouldHaveSingleItem().ToString()
            .ShouldBe("a.overlay.yaml(3,3): warning VTG031: The target '$.b' matches nothing in the document; the action does nothing");
    }

    [Theory]
    [InlineData("overlay: 2.0.0\nactions: []", 1, "VTG030")]
    [InlineData("openapi: 3.0.0", 1, "VTG030")]
    [InlineData("overlay: 1.0.0", 1, "VTG030")]
    [InlineData("overlay: 1.0.0\nactions:\n- update: {}", 3, "VTG030")]
    [InlineData("overlay: 1.0.0\nactions:\n- target: $", 3, "VTG030")]
    [InlineData("overlay: 1.0.0\nactions:\n- target: $\n  updates: {}", 4, "VTG030")]
    [InlineData("overlay: 1.0.0\nactions:\n- target: $\n  remove: yes", 4, "VTG030")]
    [InlineData("overlay: 1.0.0\nactions:\n- target: a.b\n  update: {}", 3, "VTG032")]
    [InlineData("overlay: 1.0.0\nactions:\n- target: $\n  update: 1", 3, "VTG033")]
    [InlineData("overlay: 1.0.0\nactions:\n- target: $\n  remove: true", 3, "VTG033")]
    [InlineData("overlay: 1.0.0\nactions:\n- target: $.a.b\n  update: {c: 1}", 3, "VTG033")]
    public void A_broken_overlay_is_an_error_at_its_line(string overlay, int line, string id)
    {
        var (_, diagnostics) = Apply("a: {b: 1}", overlay);

        var error = diagnostics.All.ShouldHaveSingleItem();
        error.Descriptor.Id.ShouldBe(id);
        error.Position.ShouldNotBeNull().Line.ShouldBe(line);
        error.Position.ShouldNotBeNull().File.ShouldBe("a.overlay.yaml");
    }

    [Fact]
    public void What_comes_from_the_overlay_has_its_place_there()
    {
        var (result, _) =
            Apply("paths:\n  /a:\n    get: {}", "overlay: 1.0.0\nactions:\n- target: $.paths\n  update:\n    /b:\n      get:\n        tags: [x]");

        result!.Positions.Find("/paths/~1b/get/tags/0").ShouldBe(new SourcePosition("a.overlay.yaml", 7, 16));
        result.Positions.Find("/paths/~1a/get").ShouldBe(new SourcePosition("a.yaml", 3, 5));
        result.Files.ShouldBe(["a.yaml", "a.overlay.yaml"]);
    }

    [Fact]
    public void An_overlay_cannot_blow_the_document_up()
    {
        var actions = string.Concat(Enumerable.Repeat("- target: $..a\n  update: {a: {}, b: {a: {}, c: {a: {}, d: {a: {}}}}}\n", 12));

        var (_, diagnostics) = Apply("a: {}", "overlay: 1.0.0\nactions:\n" + actions);

        diagnostics.All.ShouldContain(d => d.Descriptor.Id == "VTG005");
    }

    private static (SourceDocument? Result, DiagnosticBag Diagnostics) Apply(string document, string overlay)
    {
        var diagnostics = new DiagnosticBag();
        var source = SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(document), "a.yaml", "a", diagnostics)!;
        var read =
            OverlayDocument.Read(SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(overlay), "a.overlay.yaml", "a", diagnostics)!, diagnostics);
        return (read is null ? null : OverlayApplier.Apply(source, read, diagnostics), diagnostics);
    }
}
