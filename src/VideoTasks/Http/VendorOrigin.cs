namespace VideoTasks.Http;

/// <summary>Scheme, host and port: what a key belongs to.</summary>
internal readonly record struct VendorOrigin(string Scheme, string Host, int Port)
{
    public static VendorOrigin Of(Uri uri) => new(uri.Scheme, uri.IdnHost.TrimEnd('.').ToLowerInvariant(), uri.Port);
}
