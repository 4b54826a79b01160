using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Tests.Compilation;

namespace VideoTasks.Build.Tests.Features;

public class ModelTests
{
    [Fact]
    public async Task Every_type_and_format_survives_the_way_there_and_back()
    {
        const string Json = """
            {"a":1,"b":9007199254740993,"c":1.5,"d":2.5,"e":true,"f":"2025-01-02","g":"03:04:05","h":"2025-01-02T03:04:05+00:00",
            "i":"0f8fad5b-d9cb-469f-a165-70867728950e","j":"PT1H","k":"AQI=","l":3.25,"m":200,"n":-5,"o":[1,2],"q":{"x":"y"},"r":{"any":[1]},
            "s":[{"a":2}],"t":{"a":3},"u":"read","v":null,"new":"kept"}
            """;
        var run = await ClientRun.OfAsync("types-and-formats", """
            var sent = await client.Things.PostAsync(new Test.Models.Thing { A = 1 });
            var again = await client.Things.PostAsync(sent!);
            return string.Join(" ", again!.A, again.B, again.C, again.D, again.E, again.F, again.G, again.H!.Value.Year, again.I, again.J, again.K!.Length,
                again.L, again.M, again.N, again.O!.Count, again.Q!.AdditionalData["x"], again.S![0].A, again.T!.A, again.U, again.V is null, again.AdditionalData["new"]);
            """, WireResponse.Json(Json));

        run.Error.ShouldBeNull();
        run.Result.ShouldBe("1 9007199254740993 1.5 2.5 True 2025-01-02 03:04:05 2025 0f8fad5b-d9cb-469f-a165-70867728950e 01:00:00 2 3.25 200 -5 2 y 2 3 read True kept");
        run.Requests[0].Body.ShouldBe("""{"a":1}""");
        run.Requests[1].Body.ShouldContain("\"b\":9007199254740993");
        run.Requests[1].Body.ShouldContain("\"new\":\"kept\"");
        run.Requests[1].Body.ShouldNotContain("\"u\"", Case.Sensitive, "what is read-only is not sent");
    }

    [Fact]
    public async Task Enums_travel_as_their_words_and_defaults_are_set()
    {
        var run = await ClientRun.OfAsync("enums", """
            var job = await client.Jobs.PostAsync(new Test.Models.Job { State = Test.Models.State.Done, States = new() { Test.Models.State.TwokEscaped() } });
            return job!.State + " " + job.Size;
            """.Replace(".TwokEscaped()", ".Twok", StringComparison.Ordinal), WireResponse.Json("""{"state":"16:9","size":"small"}"""));

        run.Error.ShouldBeNull();
        run.Request.Body.ShouldBe("""{"size":"large","state":"done!","states":["2k"]}""");
        run.Result.ShouldBe("OneSixNine Small");
    }

    [Fact]
    public async Task A_discriminator_decides_which_derived_class_is_read()
    {
        var run = await ClientRun.OfAsync("all-of-with-discriminator-mapping", """
            var pet = await client.Pets.PostAsync(new Test.Models.Dog { Kind = "dog", Name = "Rex", Barks = true });
            return pet is Test.Models.Cat cat ? $"cat {cat.Name} {cat.Lives}" : pet!.GetType().Name;
            """, WireResponse.Json("""{"kind":"cat","name":"Tom","lives":9}"""));

        run.Result.ShouldBe("cat Tom 9");
        run.Request.Body.ShouldBe("""{"kind":"dog","name":"Rex","barks":true}""");
    }

    [Fact]
    public async Task A_one_of_holds_the_member_that_its_discriminator_names()
    {
        var run = await ClientRun.OfAsync("one-of-with-discriminator", """
            var shape = await client.Shapes.PostAsync(new Test.Models.Shape { Circle = new Test.Models.Circle { Type = "circle", Radius = 2 } });
            return $"{shape!.Circle is null} {shape.Square!.Side}";
            """, WireResponse.Json("""{"type":"square","side":1.5}"""));

        run.Result.ShouldBe("True 1.5");
        run.Request.Body.ShouldBe("""{"radius":2,"type":"circle"}""");
    }

    [Fact]
    public async Task An_any_of_writes_the_value_that_it_holds()
    {
        var run = await ClientRun.OfAsync("any-of-primitives", """
            var body = new Test.Inputs.InputsPostRequestBody { Input = new() { InputsPostRequestBodyInputString = "a" } };
            await client.Inputs.PostAsync(body);
            body.Input = new() { String = new() { "a", "b" } };
            await client.Inputs.PostAsync(body);
            body.Input = new() { Int64 = 5 };
            await client.Inputs.PostAsync(body);
            return null;
            """);

        run.Error.ShouldBeNull();
        run.Requests.Select(static r => r.Body).ShouldBe(["""{"input":"a"}""", """{"input":["a","b"]}""", """{"input":5}"""]);
    }

    [Fact]
    public async Task Null_in_3_1_makes_a_property_optional_and_nothing_more()
    {
        var run = await ClientRun.OfAsync("nullable-in-3-1", """
            var thing = await client.Things.GetAsync();
            return $"{thing!.Name} {thing.Count} {thing.Other!.Id} {thing.Mixed!.Integer} {thing.Kind}";
            """, WireResponse.Json("""{"name":"n","count":3,"other":{"id":"o"},"mixed":4,"nothing":null,"kind":"video"}"""));

        run.Error.ShouldBeNull();
        run.Result.ShouldBe("n 3 o 4 video");
    }

    [Fact]
    public async Task A_schema_may_refer_to_itself()
    {
        var run = await ClientRun.OfAsync("recursive-schemas", """
            var node = await client.N.GetAsync();
            return node!.Next!.Next!.Value + node.Children!.Count;
            """, WireResponse.Json("""{"next":{"next":{"value":"deep"}},"children":[{},{}]}"""));

        run.Result.ShouldBe("deep2");
    }
}
