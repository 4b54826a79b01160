using VideoTasks.Http;
using VideoTasks.Vendors;

namespace VideoTasks.Calls;

/// <summary>Which base URL makes a vendor's paths arrive where they should.</summary>
internal static class VendorBaseUrl
{
    /// <summary>
    /// The document's base URL, or the caller's. People write a gateway's URL with or without the version, and documents keep the version in the
    /// server or in the paths, so what both have in common is written once: <c>https://host/v1</c> and <c>/v1/videos</c> meet at <c>/v1/videos</c>.
    /// </summary>
    public static Uri Resolve(VideoVendorDescription vendor, Uri? given)
    {
        if (given is null)
        {
            return vendor.BaseUrl is { } own
                ? WithoutQuery(own)
                : throw new VideoTaskException(ErrorMessages.NoServer(vendor.Name)) { Vendor = vendor.Name };
        }

        if (!given.IsAbsoluteUri || (given.Scheme != Uri.UriSchemeHttp && given.Scheme != Uri.UriSchemeHttps))
        {
            throw new VideoTaskException(ErrorMessages.BaseUrlInvalid(given.OriginalString)) { Vendor = vendor.Name };
        }

        var serverPath = Segments(vendor.BaseUrl?.AbsolutePath ?? "");
        var operationPath = Segments(PathOfAnOperation(vendor));
        string[] wanted = [.. serverPath, .. operationPath];
        var prefix = Segments(given.AbsolutePath);

        // An answer's own address works as well: .../v1/videos.
        var overlap = Overlap(prefix, wanted);
        if (overlap == 0 && prefix is [.., var last] && IsVersion(last) && wanted is [var first, ..] && IsVersion(first) && serverPath.Length > 0)
        {
            // Another version than the document's was asked for on purpose.
            overlap = 1;
        }

        string[] joined = overlap <= serverPath.Length
            ? [.. prefix, .. serverPath.Skip(overlap)]
            : [.. prefix.Take(prefix.Length - (overlap - serverPath.Length))];
        return new UriBuilder(given) { Path = "/" + string.Join('/', joined), Query = "", Fragment = "", UserName = "", Password = "" }.Uri;
    }

    /// <summary>What a base URL wants to have in each request's query, as <c>?api-version=preview</c>; empty for nothing.</summary>
    public static string QueryOf(VideoVendorDescription vendor, Uri? given) =>
        ExactUrl.Split((given ?? vendor.BaseUrl)!.OriginalString).Path?.Split('?', 2) is [_, var query] ? query : "";

    private static Uri WithoutQuery(Uri url) => url.Query.Length == 0 ? url : new UriBuilder(url) { Query = "" }.Uri;

    private static string PathOfAnOperation(VideoVendorDescription vendor) =>
        vendor.Operations.OrderBy(operation => operation.Operation == VideoOperation.Get ? 0 : 1)
            .Select(operation => operation.Path)
            .FirstOrDefault("");

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How many segments at the start of <paramref name="wanted"/> the end of <paramref name="prefix"/> already has.</summary>
    private static int Overlap(string[] prefix, string[] wanted)
    {
        for (var length = Math.Min(prefix.Length, wanted.Length); length > 0; length--)
        {
            if (prefix.AsSpan(prefix.Length - length).SequenceEqual(wanted.AsSpan(0, length)))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool IsVersion(string segment) => segment.Length > 1 && segment[0] is 'v' or 'V' && char.IsAsciiDigit(segment[1]);
}
