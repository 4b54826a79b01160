using Microsoft.Kiota.Abstractions;
using VideoTasks.Generated;
using VideoTasks.Http;
using VideoTasks.Requests;
using VideoTasks.Vendors;

namespace VideoTasks.Calls;

/// <summary>Turns calls into HTTP requests, without the key, with the typed client's URLs and bodies.</summary>
/// <param name="vendor">The vendor.</param>
/// <param name="name">The client's name, for errors.</param>
/// <param name="adapter">Knows the base URL.</param>
/// <param name="pathParameters">The caller's values of path parameters.</param>
/// <param name="endpoint">The vendor's place on the network.</param>
internal sealed class VendorRequests(
    VideoVendor vendor, string name, IRequestAdapter adapter, IReadOnlyDictionary<string, string> pathParameters, VendorEndpoint endpoint)
{
    /// <summary>The request of a call without a body.</summary>
    /// <exception cref="VideoTaskException">The vendor has no such operation.</exception>
    public HttpRequestMessage Create(VendorCall call) => WithBaseQuery(WithQuery(ToMessage(call, vendor.ToRequest), call.Query));

    /// <summary>The request of a call that starts a task, with its streams opened for it.</summary>
    /// <exception cref="VideoTaskException">The vendor has no such operation, or the request is none that it takes.</exception>
    public async ValueTask<HttpRequestMessage> CreateAsync(VendorCall call, VideoTaskRequest request, CancellationToken cancellationToken)
    {
        var operation = vendor.Description.Operations.FirstOrDefault(candidate => candidate.Operation == call.Operation) ?? throw NotSupported(call);
        var opened = await InputStreams.OpenAsync(request, operation.Forms, cancellationToken).ConfigureAwait(false);
        try
        {
            return WithBaseQuery(ToMessage(call, (role, to, arguments) => vendor.ToCreateRequest(role, to, arguments, opened)));
        }
        catch
        {
            await InputStreams.CloseAsync(opened).ConfigureAwait(false);
            throw;
        }
    }

    private HttpRequestMessage ToMessage(
        VendorCall call, Func<VideoOperation, IRequestAdapter, VideoRequestArguments, RequestInformation?> toRequest)
    {
        try
        {
            return ToMessage(toRequest(call.Operation, adapter, ArgumentsOf(call)) ?? throw NotSupported(call));
        }
        catch (VideoTaskException exception) when (exception.Vendor != name)
        {
            // What a vendor's document says no to is said in the vendor's name.
            throw new VideoTaskException(exception.Reason, exception.Message, exception.InnerException) { Vendor = name, Handle = HandleOf(call) };
        }
    }

    private VideoTaskHandle? HandleOf(VendorCall call) => call.Id is { } id ? new(name, id) : null;

    private HttpRequestMessage WithBaseQuery(HttpRequestMessage message)
    {
        message.RequestUri = endpoint.WithBaseQuery(message.RequestUri!);
        return message;
    }

    // The host and the path stay the vendor's: what an answer says leads nowhere else.
    private static HttpRequestMessage WithQuery(HttpRequestMessage message, string? query)
    {
        if (query is not null)
        {
            message.RequestUri = new Uri(UrlQuery.Without(message.RequestUri!, static (_, _) => true).OriginalString + "?" + query);
        }

        return message;
    }

    private VideoRequestArguments ArgumentsOf(VendorCall call) =>
        call.Arguments with { PathParameters = pathParameters, Id = InPath(
            call.Id, vendor.Description.Operations.FirstOrDefault(o => o.Operation == call.Operation)?.Path) };

    // What of an id goes into a path. The name of a long-running operation is the end of its path, operations/abc: where the path has these words
    // before its one parameter, only what follows them is the parameter.
    private static string? InPath(string? id, string? path)
    {
        if (id is null
            || path is null
            || id.LastIndexOf('/') is not (> 0 and var slash)
            || path.IndexOf('{', StringComparison.Ordinal) is not (> 0 and var open)
            || path.IndexOf('{', open + 1) >= 0)
        {
            return id;
        }

        var words = id[..slash].Trim('/');
        return words.Length > 0 && path[..open].EndsWith('/' + words + '/', StringComparison.Ordinal) ? id[(slash + 1)..] : id;
    }

    private HttpRequestMessage ToMessage(RequestInformation information)
    {
        // A client whose document names no server leaves the base URL to the adapter that sends.
        information.PathParameters["baseurl"] = adapter.BaseUrl ?? "";
        var message = new HttpRequestMessage(new HttpMethod(information.HttpMethod.ToString()), information.URI);
        if (information.Content is { } content && content != Stream.Null)
        {
            message.Content = content is MultipartUpload { HasLength: false } upload ? new ChunkedContent(upload) : new StreamContent(content);
        }

        foreach (var (name, values) in information.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, values);
            }
        }

        return message;
    }

    private VideoTaskException NotSupported(VendorCall call)
    {
        var description = vendor.Description;
        var operations = string.Join(", ", description.Operations.Select(candidate => candidate.Operation.ToString().ToLowerInvariant()));
        var operation = call.Operation.ToString().ToLowerInvariant();
        return new(ErrorMessages.OperationMissing(description.Name, operation, operations))
        {
            Vendor = name,
            Handle = HandleOf(call),
        };
    }
}
