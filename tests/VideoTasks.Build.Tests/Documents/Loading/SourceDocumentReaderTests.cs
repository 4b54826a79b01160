using System.Text;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Tests.Documents.Loading;

public class SourceDocumentReaderTests
{
    [Theory]
    [InlineData("v: 1.0", "1.0")]
    [InlineData("v: 12", "12")]
    [InlineData("v: -0", "-0")]
    [InlineData("v: +007", "7")]
    [InlineData("v: .5", "0.5")]
    [InlineData("v: 5.", "5")]
    [InlineData("v: 1e3", "1e3")]
    [InlineData("v: 0x1F", "31")]
    [InlineData("v: 0xFF", "255")]
    [InlineData("v: 0o17", "15")]
    [InlineData("v: 99999999999999999999999999", "99999999999999999999999999")]
    [InlineData("v: true", "true")]
    [InlineData("v: FALSE", "false")]
    [InlineData("v: ~", "null")]
    [InlineData("v: null", "null")]
    [InlineData("v:", "null")]
    [InlineData("v: ''", "\"\"")]
    [InlineData("v: '1.0'", "\"1.0\"")]
    [InlineData("v: \"true\"", "\"true\"")]
    [InlineData("v: 'null'", "\"null\"")]
    [InlineData("v: 0x", "\"0x\"")]
    [InlineData("v: 0o8", "\"0o8\"")]
    [InlineData("v: on", "\"on\"")]
    [InlineData("v: yes", "\"yes\"")]
    [InlineData("v: n", "\"n\"")]
    [InlineData("v: nULL", "\"nULL\"")]
    [InlineData("v: 2026-11-20", "\"2026-11-20\"")]
    [InlineData("v: 12:30:45", "\"12:30:45\"")]
    [InlineData("v: 1_000", "\"1_000\"")]
    [InlineData("v: 1080p", "\"1080p\"")]
    [InlineData("v: 3.1.0", "\"3.1.0\"")]
    [InlineData("v: .inf", "\".inf\"")]
    [InlineData("v: [~]", "[null]")]
    [InlineData("v: !!str 12", "\"12\"")]
    [InlineData("v: !!int '12'", "12")]
    [InlineData("v: ! 12", "\"12\"")]
    [InlineData("v: !vendor x", "\"x\"")]
    [InlineData("v: |\n  a\n  1", "\"a\\n1\"")]
    [InlineData("v: >-\n  a\n  b", "\"a b\"")]
    [InlineData("v: |+\n      \n  a", "\"\\na\"")]
    public void A_yaml_scalar_has_the_type_that_the_core_schema_gives_it(string yaml, string json)
    {
        var document = Parse(yaml, "a.yaml");

        (document["v"]?.ToJsonString() ?? "null").ShouldBe(json);
    }

    [Theory]
    [InlineData("200: a\nnull: b\non: c\n1.0: d", """{"200":"a","null":"b","on":"c","1.0":"d"}""")]
    [InlineData("a: &x {b: [1, 2]}\nc: *x", """{"a":{"b":[1,2]},"c":{"b":[1,2]}}""")]
    [InlineData("a: &x 1\nb: [*x, *x]", """{"a":1,"b":[1,1]}""")]
    [InlineData("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3", """{"a":{"b":1,"c":2},"d":{"c":3,"b":1}}""")]
    [InlineData("a: &x {b: 1}\ne: &y {b: 2, f: 3}\nd:\n  <<: [*x, *y]", """{"a":{"b":1},"e":{"b":2,"f":3},"d":{"b":1,"f":3}}""")]
    [InlineData("d:\n  <<: {b: 1}", """{"d":{"b":1}}""")]
    [InlineData("d:\n  '<<': 1", """{"d":{"\u003C\u003C":1}}""")]
    [InlineData("--- \na: 1\n...\n---\n", """{"a":1}""")]
    [InlineData("%YAML 1.2\n---\na: 1", """{"a":1}""")]
    [InlineData("a: 1\r\nb:\r\n- 2\r\n", """{"a":1,"b":[2]}""")]
    [InlineData("{a: 1, 'b': [2]}", """{"a":1,"b":[2]}""")]
    [InlineData("{\n\"a\": 1, # YAML, not JSON\n\"b\": 2,\n}", """{"a":1,"b":2}""")]
    public void Yaml_structures_become_json(string yaml, string json) => Parse(yaml, "a.yaml").ToJsonString().ShouldBe(json);

    [Theory]
    [InlineData("a.yaml", "", 0, "VTG003")]
    [InlineData("a.yaml", "just text", 1, "VTG003")]
    [InlineData("a.yaml", "- a", 1, "VTG003")]
    [InlineData("a.yaml", "a: [1", 1, "VTG002")]
    [InlineData("a.yaml", "a: 1\nb:\n  c: [", 3, "VTG002")]
    [InlineData("a.yaml", "a: 1\nb: 'x\n", 2, "VTG002")]
    [InlineData("a.yaml", "a:\n\tb: 2", 2, "VTG002")]
    [InlineData("a.yaml", "a: 1\nb: 2\na: 3", 3, "VTG004")]
    [InlineData("a.yaml", "a: 1\n? [b]\n: 2", 2, "VTG002")]
    [InlineData("a.yaml", "a: *x", 1, "VTG002")]
    [InlineData("a.yaml", "a: &x\n  b: *x", 2, "VTG002")]
    [InlineData("a.yaml", "a: 1\n---\nb: 2", 2, "VTG002")]
    [InlineData("a.yaml", "a:\n  <<: 1", 2, "VTG002")]
    [InlineData("a.json", "", 1, "VTG002")]
    [InlineData("a.json", "{\n\"a\": 1,\n}", 3, "VTG002")]
    [InlineData("a.json", "{\n\"a\": 1,\n\"b\": [1,\n\"x\n\"]}", 4, "VTG002")]
    [InlineData("a.json", "{\"a\": 1,\n \"a\": 2}", 2, "VTG004")]
    [InlineData("a.json", "[1]", 1, "VTG003")]
    [InlineData("a.json", "<!DOCTYPE html><html></html>", 1, "VTG002")]
    public void What_is_no_document_is_an_error_at_its_line(string file, string text, int line, string id)
    {
        var diagnostics = new DiagnosticBag();

        SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(text), file, "a", diagnostics).ShouldBeNull();

        var error = diagnostics.All.ShouldHaveSingleItem();
        error.Descriptor.Id.ShouldBe(id);
        error.Severity.ShouldBe(DiagnosticSeverity.Error);
        error.Position!.Value.File.ShouldBe(file);
        error.Position!.Value.Line.ShouldBe(Math.Max(line, 1));
    }

    [Fact]
    public void Every_node_knows_its_line_and_column()
    {
        const string Yaml =
            "openapi: 3.1.0\npaths:\n  /v1/videos:\n    get:\n      tags: [a, b]\n      parameters:\n      - name: x\n        in: query\n";
        const string Json = "{\"openapi\": \"3.1.0\",\n \"paths\": {\n  \"/v1/videos\": {\"é\": 1, \"get\":\n   {\"tags\": [\"a\", \"b\"]}}}}";

        var yaml = Positions(Yaml, "a.yaml");
        yaml.Find("/paths/~1v1~1videos/get").ShouldBe(new SourcePosition("a.yaml", 4, 5));
        yaml.Find("#/paths/~1v1~1videos/get/tags/1").ShouldBe(new SourcePosition("a.yaml", 5, 17));
        yaml.Find("/paths/~1v1~1videos/get/parameters/0/in").ShouldBe(new SourcePosition("a.yaml", 8, 9));
        yaml.Find("/paths/~1v1~1videos/get/responses/200").ShouldBe(new SourcePosition("a.yaml", 4, 5));
        yaml.Find("").ShouldBe(new SourcePosition("a.yaml", 1, 1));

        var json = Positions(Json, "a.json");
        json.Find("/paths/~1v1~1videos/get").ShouldBe(new SourcePosition("a.json", 3, 26));
        json.Find("/paths/~1v1~1videos/get/tags/1").ShouldBe(new SourcePosition("a.json", 4, 19));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_is_understood(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        foreach (var (file, text) in new[] { ("a.yaml", "a: 视频\n"), ("a.json", "{\"a\": \"视频\"}") })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

            SourceDocumentReader.Parse(bytes, file, "a", new DiagnosticBag())!.Root["a"]!.GetValue<string>().ShouldBe("视频");
        }
    }

    [Fact]
    public void Utf16_is_understood_without_a_mark()
        => SourceDocumentReader.Parse(new UnicodeEncoding(false, false).GetBytes("a: 视频"), "a.yaml", "a", new DiagnosticBag())!
            .Root["a"]!.GetValue<string>().ShouldBe("视频");

    [Fact]
    public void Bytes_that_are_no_text_are_an_error_at_their_line()
    {
        var diagnostics = new DiagnosticBag();

        SourceDocumentReader.Parse([.. "a: 1\nb: "u8, 0xC3, 0x28], "a.yaml", "a", diagnostics).ShouldBeNull();

        diagnostics.All.ShouldHaveSingleItem().ToString().ShouldStartWith("a.yaml(2,0): error VTG006: ");
    }

    [Fact]
    public void An_alias_bomb_ends_in_an_error()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 12; level++)
        {
            bomb.Append(
                System.Globalization.CultureInfo.InvariantCulture, $"a{level}: &a{level} "
                    + $"[{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");
        }

        Error(bomb.ToString(), "a.yaml").ShouldContain("VTG005");
    }

    [Theory]
    [InlineData("a.yaml")]
    [InlineData("a.json")]
    public void Ten_thousand_levels_end_in_an_error(string file)
        => Error("{\"a\":" + new string('[', 10_000) + new string(']', 10_000) + "}", file).ShouldContain("VTG005");

    [Fact]
    public void Aliases_do_not_get_around_the_limit_of_depth()
    {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (var level = 1; level < 300; level++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{level}: &a{level} [*a{level - 1}]\n");
        }

        Error(text.ToString(), "a.yaml").ShouldContain("VTG005");
    }

    [Theory]
    [InlineData("a.yaml", "a: [1, 2, 3, 4, 5, 6, 7, 8, 9]")]
    [InlineData("a.json", "{\"a\": [1, 2, 3, 4, 5, 6, 7, 8, 9]}")]
    public void Too_many_values_are_an_error(string file, string text)
    {
        var diagnostics = new DiagnosticBag();

        SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(text), file, "a", diagnostics, new LoadLimits { Nodes = 10 }).ShouldBeNull();

        diagnostics.All.ShouldHaveSingleItem().Descriptor.Id.ShouldBe("VTG005");
    }

    [Fact]
    public void A_long_chain_of_references_is_an_error()
    {
        var schemas = string.Concat(Enumerable.Range(0, 20_000).Select(n => $"    S{n}: {{$ref: '#/components/schemas/S{n + 1}'}}\n"));
        var diagnostics = new DiagnosticBag();
        var document = SourceDocumentReader.Parse(
            Encoding.UTF8.GetBytes(
                "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" + schemas), "a.yaml", "a", diagnostics)!;

        ReferenceCycles.Break(document, diagnostics).ShouldBeFalse();

        diagnostics.All.ShouldHaveSingleItem().Descriptor.Id.ShouldBe("VTG005");
    }

    [Fact]
    public void A_file_over_the_limit_is_not_read()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, new string(' ', 2000));
            var diagnostics = new DiagnosticBag();

            SourceDocumentReader.Read(file, "a", diagnostics, new LoadLimits { FileSize = 1000 }).ShouldBeNull();

            diagnostics.All.ShouldHaveSingleItem().Descriptor.Id.ShouldBe("VTG005");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_missing_file_is_an_error()
    {
        var diagnostics = new DiagnosticBag();

        SourceDocumentReader.Read("/nowhere/a.yaml", "a", diagnostics).ShouldBeNull();

        diagnostics.All.ShouldHaveSingleItem().ToString().ShouldStartWith("/nowhere/a.yaml: error VTG001: ");
    }

    private static JsonObject Parse(string text, string file)
    {
        var diagnostics = new DiagnosticBag();
        var document = SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(text), file, "a", diagnostics);
        diagnostics.All.ShouldBeEmpty();
        return document!.Root;
    }

    private static SourceMap Positions(string text, string file)
        => SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(text), file, "a", new DiagnosticBag())!.Positions;

    private static string Error(string text, string file)
    {
        var diagnostics = new DiagnosticBag();
        SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(text), file, "a", diagnostics).ShouldBeNull();
        return diagnostics.All.ShouldHaveSingleItem().ToString();
    }
}
