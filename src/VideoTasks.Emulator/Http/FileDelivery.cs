using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VideoTasks.Emulator.Media;

namespace VideoTasks.Emulator.Http;

/// <summary>A file as a body, with what RFC 9110 says about ranges: a strong ETag, Accept-Ranges, 206, 416, If-Range, HEAD.</summary>
internal static class FileDelivery
{
    public static async Task SendAsync(HttpContext context, SampleFile file, string fileName, DateTimeOffset lastModified, int? cutAt)
    {
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        if (cutAt is { } bytes)
        {
            context.Response.Body = new CutStream(context, bytes);
        }

        var result = Results.Bytes(file.Bytes, file.ContentType, fileDownloadName: null, enableRangeProcessing: true, lastModified, ETag(file));
        await result.ExecuteAsync(context).ConfigureAwait(false);
    }

    public static EntityTagHeaderValue ETag(SampleFile file) => new($"\"{file.Sha256[..32]}\"");
}
