using System.Text.Json;
using VideoTasks.Generated;
using VideoTasks.Json;
using VideoTasks.Vendors;

namespace VideoTasks.Mapping;

/// <summary>
/// Makes a <see cref="VideoTask"/> of a body. What a hint points at counts most, then what the typed model holds, then what the raw body has by
/// the names that vendors are known to use. No body makes it throw. A task has ended where a word or a flag says so, and where there is none of them,
/// with a video or an error of its own.
/// </summary>
internal static class VideoTaskMapper
{
    /// <summary>Maps a body: an answer, an item of a list, or what a webhook brought.</summary>
    /// <param name="vendor">The vendor that it came from.</param>
    /// <param name="operation">The operation that it answers.</param>
    /// <param name="body">The body.</param>
    /// <param name="id">The id that was asked for; it is kept whatever the body says. Null when the body is what gives the id.</param>
    /// <param name="typed">What the typed model holds; null when there is no typed reading.</param>
    /// <param name="receivedAt">When the body came, for an expiry that is given as a time from now; null leaves that out.</param>
    public static VideoTask Map(
        VideoVendorDescription vendor,
        VideoOperation operation,
        JsonElement body,
        string? id = null,
        VideoTaskFields? typed = null,
        DateTimeOffset? receivedAt = null)
    {
        ArgumentNullException.ThrowIfNull(vendor);
        var readable = JsonBody.Readable(body);
        var reader = new BodyReader(vendor, operation);
        reader.Read(readable, id);
        var raw = reader.Fields;
        var hinted = PointedFields.Read(vendor, readable, receivedAt, operation == VideoOperation.List);

        var word = StatusWord(vendor, hinted, typed, reader.Status);
        var url = hinted?.VideoUrl ?? VideoTaskFields.NonEmpty(typed?.VideoUrl) ?? raw.VideoUrl;
        var status = StatusResolver.Resolve(vendor, word, hinted?.Error ?? typed?.Error, ref url, reader, out var error);

        var link = ToUri(url);
        var known = VideoTaskFields.ToTask(
            vendor.Name, id ?? hinted?.Id ?? VideoTaskFields.NonEmpty(typed?.Id) ?? raw.Id ?? "", hinted, typed, raw);
        return known with
        {
            Status = status,
            RawStatus = word,
            Progress = Progress(status, hinted?.Progress, typed?.Progress, raw.Progress),
            ExpiresAt = known.ExpiresAt ?? In(reader.ExpiresIn, receivedAt),
            VideoUrl = link,
            VideoUrlText = link is null ? url : null,
            Error = error,
            Raw = body,
            IsRecognized = word is not null || reader.HasTaskId || url is not null || raw.Progress is not null || known.CreatedAt is not null
                || raw.Model is not null || raw.Duration is not null || reader.Done is not null || reader.HasInlineVideo,
        };
    }

    private static string? StatusWord(VideoVendorDescription vendor, VideoTaskFields? hinted, VideoTaskFields? typed, StatusReading raw)
    {
        if (hinted?.Status is { } pointed)
        {
            return pointed;
        }

        // The typed property may be an envelope's "success"; where the raw reading found a task inside, that one knows its state.
        return raw.IsKnown ? raw.Word : VideoTaskFields.NonEmpty(typed?.Status) is { } word
            && (StatusReader.Meaning(word, vendor) is not null || raw.Word is null) ? word : raw.Word;
    }

    private static double? Progress(VideoTaskStatus status, double? hinted, double? typed, double? raw)
    {
        // A typed number has lost whether it was written as 1 or 1.0; the raw one has not.
        var progress = hinted ?? (typed is 1 ? raw ?? typed : typed ?? raw);

        // Nothing is completed at one percent: this one counts from 0 to 1.
        return status == VideoTaskStatus.Completed && progress == 1 && hinted is null ? 100 : progress;
    }

    private static DateTimeOffset? In(double? seconds, DateTimeOffset? receivedAt)
    {
        const double longest = 315360000;
        return seconds is > 0 and < longest && receivedAt is { } now ? now.AddSeconds(seconds.Value) : null;
    }

    private static Uri? ToUri(string? url) => url is not null && Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var uri) ? uri : null;
}
