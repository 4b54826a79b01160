using Microsoft.Kiota.Abstractions;
using VideoTasks.Generated;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Vendors;

/// <summary>A vendor of the plain <c>/v1/videos</c> shape without a typed model: whatever arrives is read from the raw body.</summary>
internal sealed class FlatVendor : VideoVendor
{
    private readonly VideoVendorDescription _description = Describe("flat");

    public FlatVendor()
    {
    }

    public FlatVendor(VideoVendorDescription description) => _description = description;

    public override VideoVendorDescription Description => _description;

    public static VideoVendorDescription Describe(string name) => new()
    {
        Name = name,
        BaseUrl = new("https://api.flat.example/v1"),
        Operations =
        [
            new() { Operation = VideoOperation.Create, Method = "POST", Path = "/videos" },
            new() { Operation = VideoOperation.Get, Method = "GET", Path = "/videos/{id}" },
            new() { Operation = VideoOperation.List, Method = "GET", Path = "/videos" },
            new() { Operation = VideoOperation.Delete, Method = "DELETE", Path = "/videos/{id}" },
            new() { Operation = VideoOperation.Cancel, Method = "POST", Path = "/videos/{id}/cancel" },
        ],
    };

    public override RequestInformation? ToRequest(VideoOperation operation, IRequestAdapter adapter, VideoRequestArguments arguments) =>
        operation switch
    {
        VideoOperation.Get => Request(Method.GET, "{+baseurl}/videos/{id}", adapter, arguments),
        VideoOperation.Delete => Request(Method.DELETE, "{+baseurl}/videos/{id}", adapter, arguments),
        VideoOperation.Cancel => Request(Method.POST, "{+baseurl}/videos/{id}/cancel", adapter, arguments),
        VideoOperation.List => Request(Method.GET, "{+baseurl}/videos{?after,limit,offset,page}", adapter, arguments),
        _ => null,
    };

    public override RequestInformation? ToCreateRequest(
        VideoOperation operation, IRequestAdapter adapter, VideoRequestArguments arguments, VideoTaskRequest request)
    {
        if (operation != VideoOperation.Create)
        {
            return null;
        }

        var information = Request(Method.POST, "{+baseurl}/videos", adapter, arguments);
        var body = new System.Text.Json.Nodes.JsonObject { ["prompt"] = request.Prompt, ["model"] = request.Model };
        information.SetStreamContent(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body.ToJsonString())), "application/json");
        return information;
    }

    private RequestInformation Request(Method method, string template, IRequestAdapter adapter, VideoRequestArguments arguments)
    {
        var information = new RequestInformation { HttpMethod = method, UrlTemplate = template };
        information.PathParameters["baseurl"] = adapter.BaseUrl!;
        if (arguments.Id is { } id)
        {
            information.PathParameters["id"] = id;
        }

        if (arguments.Position is { } position)
        {
            information.QueryParameters[_description.ListPaging.Style == VideoListPagingStyle.Page ? "page" : "offset"] = position;
        }
        else if (arguments.After is { } after)
        {
            information.QueryParameters["after"] = after;
        }

        if (arguments.Limit is { } limit)
        {
            information.QueryParameters["limit"] = limit;
        }

        information.Headers.TryAdd("Accept", "application/json");
        return information;
    }
}
