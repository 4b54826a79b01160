using Microsoft.Kiota.Abstractions;
using VideoTasks.Generated;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Download;

/// <summary>A vendor with a task and its content, and optionally without a content operation.</summary>
public sealed class ContentVendor : VideoVendor
{
    private readonly bool _hasContent;

    public ContentVendor(VideoVendorAuthentication? authentication = null, bool hasContent = true)
    {
        _hasContent = hasContent;
        var get = new VideoOperationDescription { Operation = VideoOperation.Get, Method = "GET", Path = "/videos/{id}" };
        var content = new VideoOperationDescription { Operation = VideoOperation.Content, Method = "GET", Path = "/videos/{id}/content" };
        Description = new()
        {
            Name = "test",
            BaseUrl = new("https://api.test.example/v1"),
            Authentication = authentication ?? VideoVendorAuthentication.Bearer,
            Operations = hasContent ? [get, content] : [get],
        };
    }

    public override VideoVendorDescription Description { get; }

    public override RequestInformation? ToRequest(VideoOperation operation, IRequestAdapter adapter, VideoRequestArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(arguments);
        var template = operation switch
        {
            VideoOperation.Get => "{+baseurl}/videos/{id}",
            VideoOperation.Content when _hasContent => "{+baseurl}/videos/{id}/content{?variant}",
            _ => null,
        };
        if (template is null)
        {
            return null;
        }

        var information = new RequestInformation { HttpMethod = Method.GET, UrlTemplate = template };
        information.PathParameters["baseurl"] = adapter.BaseUrl!;
        information.PathParameters["id"] = arguments.Id!;
        if (arguments.Variant is { } variant)
        {
            information.QueryParameters["variant"] = variant;
        }

        return information;
    }
}
