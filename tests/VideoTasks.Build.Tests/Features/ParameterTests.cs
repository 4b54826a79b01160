using VideoTasks.Build.Tests.Compilation;

namespace VideoTasks.Build.Tests.Features;

public class ParameterTests
{
    [Fact]
    public async Task Query_parameters_of_every_sort_are_written_as_the_document_names_them()
    {
        var run = await ClientRun.OfAsync("query-and-path-parameters", """
            await client.Videos["a/b c"].GetAsync(r =>
            {
                r.QueryParameters.Filterstate = "on";
                r.QueryParameters.Ids = new int?[] { 1, 2 };
                r.QueryParameters.Tags = new[] { "x", "y" };
                r.QueryParameters.OrderBy = Test.Videos.Item.GetOrderByQueryParameterType.Minus_created_at;
                r.QueryParameters.Class = true;
                r.QueryParameters.From = new System.DateTimeOffset(2025, 1, 2, 3, 4, 5, System.TimeSpan.Zero);
                r.Headers.Add("X-Trace", "t");
            });
            return null;
            """);

        run.Error.ShouldBeNull();
        run.Request.Target.ShouldStartWith("/videos/a%2Fb%20c?");
        var query = run.Request.Target[(run.Request.Target.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Order(StringComparer.Ordinal).ToArray();
        query.ShouldBe(["class=true", "filter%5Bstate%5D=on", "from=2025-01-02T03%3A04%3A05.0000000%2B00%3A00", "ids=1", "ids=2", "order-by=-created_at", "tags=x,y"]);
        run.Request.Headers["X-Trace"].ShouldBe("t");
        run.Request.Headers["Accept"].ShouldBe("application/json");
    }

    [Fact]
    public async Task A_required_query_parameter_belongs_to_its_operation_only()
    {
        var run = await ClientRun.OfAsync("required-query-parameter-of-one-operation", """
            await client.Tasks.GetAsync();
            await client.Tasks.DeleteAsync(r => r.QueryParameters.Confirm = "yes");
            return null;
            """);

        run.Requests.Select(static r => $"{r.Method} {r.Target}").ShouldBe(["GET /tasks", "DELETE /tasks?confirm=yes"]);
    }

    [Fact]
    public async Task Paths_that_differ_by_the_name_of_a_parameter_share_one_indexer()
    {
        var run = await ClientRun.OfAsync("paths-that-differ-by-parameter-name", """
            await client.Users[7].GetAsync();
            await client.Users[7].Files.GetAsync();
            await client.Users[7].Files["x.y"].GetAsync();
            return null;
            """);

        run.Requests.Select(static r => r.Target).ShouldBe(["/users/7", "/users/7/files", "/users/7/files/x.y.json"]);
    }

    [Fact]
    public async Task Several_parameters_in_a_segment_are_arguments_of_a_method()
    {
        var run = await ClientRun.OfAsync("segments-with-several-parameters", """
            await client.VWithVersion(2).ReportWithFromWithTo(new Date(2025, 1, 2).ToString(), new Date(2025, 3, 4)).GetAsync();
            await client.Files.WithNameWithExt("mp4", "clip").GetAsync();
            return null;
            """);

        run.Requests.Select(static r => r.Target).ShouldBe(["/v2/report(start=2025-01-02,end=2025-03-04)", "/files/clip.mp4"]);
    }

    [Fact]
    public async Task Reserved_names_of_paths_lead_to_their_paths()
    {
        var run = await ClientRun.OfAsync("names-that-collide", """
            await client.Models.GetAsync();
            await client.Item["1"].GetAsync();
            await client.GetPath.GetAsync();
            await client.Class["a"].GetAsync();
            await client.System.Environment.Task.GetAsync();
            await client.FooBar.GetAsync();
            await client.Trailing.GetAsync();
            await client.Trailing.EmptyPathSegment.GetAsync();
            return null;
            """);

        run.Requests.Select(static r => r.Target).ShouldBe(["/models", "/item/1", "/get", "/class/a", "/system/environment/task", "/foo-bar", "/trailing", "/trailing/"]);
    }
}
