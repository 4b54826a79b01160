using VideoTasks.Generated;
using VideoTasks.Vendors;

namespace VideoTasks.Requests;

/// <summary>The streams that a request uploads, opened for one send of it.</summary>
internal static class InputStreams
{
    /// <summary>The request with its streams open, or read where the body is no multipart and needs their bytes.</summary>
    /// <exception cref="VideoTaskException">A stream can't be opened or read, or nothing is in it.</exception>
    public static async ValueTask<VideoTaskRequest> OpenAsync(VideoTaskRequest request, VideoRequestForms forms, CancellationToken cancellationToken)
    {
        if (request.InputReferences.All(reference => reference.Open is null))
        {
            return request;
        }

        var isStreamed = forms is VideoRequestForms.Multipart or VideoRequestForms.JsonOrMultipart;
        var opened = new List<VideoInputReference>();
        var whole = request with { InputReferences = opened };
        try
        {
            foreach (var reference in request.InputReferences)
            {
                opened.Add(reference.Open is null ? reference : await OpenAsync(reference, isStreamed, cancellationToken).ConfigureAwait(false));
            }

            return whole;
        }
        catch
        {
            await CloseAsync(whole).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Disposes of the streams of a request that is not sent.</summary>
    public static async ValueTask CloseAsync(VideoTaskRequest request)
    {
        foreach (var stream in request.InputReferences.Select(reference => reference.Opened).OfType<Stream>())
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask<VideoInputReference> OpenAsync(
        VideoInputReference reference, bool isStreamed, CancellationToken cancellationToken)
    {
        var name = InputFiles.NameOf(reference);
        try
        {
            var stream = await reference.Open!(cancellationToken).ConfigureAwait(false)
                ?? throw new VideoTaskException(ErrorMessages.UploadUnreadable(name, "the function that opens it returned null"));
            if (isStreamed && !(stream.CanSeek && stream.Length == stream.Position))
            {
                return reference.WithStream(stream);
            }

            await using (stream.ConfigureAwait(false))
            {
                using var content = new MemoryStream();
                await stream.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
                return content.Length > 0
                    ? reference.WithContent(content.ToArray())
                    : throw new VideoTaskException(ErrorMessages.UploadUnreadable(name, "nothing is in it"));
            }
        }
#pragma warning disable CA1031 // Whatever the caller's function throws, the request was not sent.
        catch (Exception exception) when (exception is not (VideoTaskException or OperationCanceledException))
#pragma warning restore CA1031
        {
            throw new VideoTaskException(ErrorMessages.UploadUnreadable(name, exception.Message.TrimEnd('.')), exception);
        }
    }
}
