using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using VideoTasks.Emulator.Tasks;

namespace VideoTasks.Emulator.Http;

/// <summary>
/// The second origin: signed links to the files, as an object store serves them. A request that brings the vendor's key, or any Authorization,
/// is refused, as object stores refuse a second kind of credentials.
/// </summary>
internal sealed class CdnOrigin(VideoEmulatorOptions options)
{
    private readonly ConcurrentDictionary<string, EmulatedTask> _files = new(StringComparer.Ordinal);
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    public Uri? BaseUrl { get; set; }

    public (Uri Link, DateTimeOffset ExpiresAt) Sign(EmulatedTask task)
    {
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds((options.TimeProvider.GetUtcNow() + options.LinkLifetime).ToUnixTimeSeconds());
        var path = $"/{task.Vendor}/{Uri.EscapeDataString(task.Id)}.{task.Video.Extension}";
        _files[path] = task;
        return (new(BaseUrl!, $"{path}?expires={expiresAt.ToUnixTimeSeconds()}&signature={Signature(path, expiresAt)}"), expiresAt);
    }

    public Task ServeAsync(HttpContext context, EmulatorRequest request)
    {
        if (request.CarriesKey)
        {
            return RefuseAsync(
                context, StatusCodes.Status400BadRequest, "InvalidArgument", "Only one auth mechanism allowed: a key came along with a signed link.");
        }

        if (!_files.TryGetValue(request.Path, out var task))
        {
            return RefuseAsync(context, StatusCodes.Status404NotFound, "NoSuchKey", "The specified key does not exist.");
        }

        if (!long.TryParse(context.Request.Query["expires"], CultureInfo.InvariantCulture, out var expires)
            || context.Request.Query["signature"] != Signature(request.Path, DateTimeOffset.FromUnixTimeSeconds(expires)))
        {
            return RefuseAsync(context, StatusCodes.Status403Forbidden, "SignatureDoesNotMatch", "The signature does not match.");
        }

        if (options.TimeProvider.GetUtcNow() >= DateTimeOffset.FromUnixTimeSeconds(expires))
        {
            return RefuseAsync(context, StatusCodes.Status403Forbidden, "AccessDenied", "Request has expired");
        }

        return FileDelivery.SendAsync(context, task.Video, $"{task.Id}.{task.Video.Extension}", task.CreatedAt, task.TakeCut());
    }

    private string Signature(string path, DateTimeOffset expiresAt)
        => Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{path}\n{expiresAt.ToUnixTimeSeconds()}")))[..32];

    private static Task RefuseAsync(HttpContext context, int statusCode, string code, string message)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>{code}</Code><Message>{message}</Message></Error>
            """);
    }
}
