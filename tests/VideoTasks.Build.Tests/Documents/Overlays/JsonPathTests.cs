using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Overlays.JsonPaths;

namespace VideoTasks.Build.Tests.Documents.Overlays;

public class JsonPathTests
{
    private const string Document = """
        {
          "info": { "title": "T", "x-video": true, "nothing": null },
          "paths": {
            "/v1/videos": { "get": { "id": "list", "tags": ["a", "b"] }, "post": { "id": "create", "deprecated": true } },
            "/v1/videos/{id}": { "get": { "id": "get", "cost": 2.5 }, "delete": { "id": "delete", "cost": 1 } }
          },
          "list": [0, 1, 2, 3, { "a": 1 }, { "a": 2, "b": "x" }, [5]],
          "it's": 1, "q\"": 2, "视频": 3
        }
        """;

    [Theory]
    [InlineData("$.info.title", "\"T\"")]
    [InlineData("$['info']['title']", "\"T\"")]
    [InlineData("$ .info [ \"title\" ]", "\"T\"")]
    [InlineData("$.info.x-video", "true")]
    [InlineData("$.info.nothing", "null")]
    [InlineData("$.info.missing", "")]
    [InlineData("$.info.title.deeper", "")]
    [InlineData("$.视频", "3")]
    [InlineData("$['it\\'s']", "1")]
    [InlineData("$[\"it's\"]", "1")]
    [InlineData("$['q\"']", "2")]
    [InlineData("$['\\u89c6\\u9891']", "3")]
    [InlineData("$.paths['/v1/videos'].get.id", "\"list\"")]
    [InlineData("$.paths.*.get.id", "\"list\" \"get\"")]
    [InlineData("$.paths[*][*].id", "\"list\" \"create\" \"get\" \"delete\"")]
    [InlineData("$.paths['/v1/videos']['get','post'].id", "\"list\" \"create\"")]
    [InlineData("$..id", "\"list\" \"create\" \"get\" \"delete\"")]
    [InlineData("$..['id']", "\"list\" \"create\" \"get\" \"delete\"")]
    [InlineData("$..tags[0]", "\"a\"")]
    [InlineData("$.list[0]", "0")]
    [InlineData("$.list[-1][0]", "5")]
    [InlineData("$.list[99]", "")]
    [InlineData("$.list[-99]", "")]
    [InlineData("$.list[1:3]", "1 2")]
    [InlineData("$.list[:2]", "0 1")]
    [InlineData("$.list[-2:-1].a", "2")]
    [InlineData("$.list[3:0:-2]", "3 1")]
    [InlineData("$.list[::-1][0]", "5")]
    [InlineData("$.list[0:4:2]", "0 2")]
    [InlineData("$.list[0:4:0]", "")]
    [InlineData("$.list[0,0,1]", "0 1")]
    [InlineData("$.list[*].a", "1 2")]
    [InlineData("$.list[?@.a].a", "1 2")]
    [InlineData("$.list[?(@.a)].a", "1 2")]
    [InlineData("$.list[?@.a == 2].b", "\"x\"")]
    [InlineData("$.list[?@.a==2.0].b", "\"x\"")]
    [InlineData("$.list[?@ > 1]", "2 3")]
    [InlineData("$.list[?@ >= 1 && @ < 3]", "1 2")]
    [InlineData("$.list[?@ == 0 || @ == 3]", "0 3")]
    [InlineData("$.list[?!@.b && @.a]", "{\"a\":1}")]
    [InlineData("$.list[?!(@.a || @ < 3)]", "3 [5]")]
    [InlineData("$.list[?@.b == 'x'].a", "2")]
    [InlineData("$.list[?@.b != 'x' && @.a].a", "1")]
    [InlineData("$.list[?@.b < 'y'].a", "2")]
    [InlineData("$.list[?@ == $.list[1]]", "1")]
    [InlineData("$.list[?@[0] == 5]", "[5]")]
    [InlineData("$.info[?@ == null]", "null")]
    [InlineData("$.info[?@ == true]", "true")]
    [InlineData("$.paths[*][?@.deprecated == true].id", "\"create\"")]
    [InlineData("$.paths[*][?@.tags[?@ == 'b']].id", "\"list\"")]
    [InlineData("$.paths[*][?match(@.id, 'd.*e')].id", "\"delete\"")]
    [InlineData("$.paths[*][?search(@.id, 'et')].id", "\"get\" \"delete\"")]
    [InlineData("$.paths[*][?match(@.id, '(')].id", "")]
    [InlineData("$.paths[*][?length(@.tags) == 2].id", "\"list\"")]
    [InlineData("$.paths[*][?count(@.*) == 1].id", "")]
    [InlineData("$.paths[*][?value(@.cost) > 2].id", "\"get\"")]
    [InlineData("$.paths[*][?@.cost == @.missing].id", "\"list\" \"create\"")]
    public void A_query_selects_what_the_rfc_says(string query, string expected)
    {
        var matches = JsonPath.Parse(query).Select(JsonNode.Parse(Document)!);

        string.Join(' ', matches.Select(m => m.Value?.ToJsonString() ?? "null")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("info")]
    [InlineData("$.")]
    [InlineData("$..")]
    [InlineData("$[")]
    [InlineData("$[]")]
    [InlineData("$['a]")]
    [InlineData("$[a]")]
    [InlineData("$.a b")]
    [InlineData("$[1.5]")]
    [InlineData("$[99999999999999999999]")]
    [InlineData("$[?]")]
    [InlineData("$[?@.a ==]")]
    [InlineData("$[?@.* == 1]")]
    [InlineData("$[?1]")]
    [InlineData("$[?unknown(@)]")]
    [InlineData("$[?(@.a]")]
    [InlineData("$[?@.a = 1]")]
    [InlineData("$['\\x']")]
    public void What_is_no_query_is_refused(string query) => Should.Throw<JsonPathException>(() => JsonPath.Parse(query));

    [Fact]
    public void Deeply_nested_filters_are_refused()
    {
        Should.Throw<JsonPathException>(() => JsonPath.Parse("$[?" + new string('(', 100_000)));
        Should.Throw<JsonPathException>(() => JsonPath.Parse("$[?" + new string('!', 100_000)));
        Should.Throw<JsonPathException>(
            () => JsonPath.Parse(string.Concat(Enumerable.Repeat("$[?", 1)) + string.Concat(Enumerable.Repeat("@[?", 100_000))));
    }

    [Fact]
    public void A_query_that_explodes_is_stopped()
    {
        var root = new JsonObject();
        var list = new JsonArray();
        root["l"] = list;
        for (var i = 0; i < 3000; i++)
        {
            list.Add(i);
        }

        Should.Throw<JsonPathException>(() => JsonPath.Parse("$.l[?$.l[?$.l[?@ == -1]]]").Select(root));
    }
}
