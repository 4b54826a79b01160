namespace VideoTasks.Vendors;

/// <summary>How a vendor takes its key.</summary>
public sealed record VideoVendorAuthentication
{
    /// <summary><c>Authorization: Bearer KEY</c>.</summary>
    public static VideoVendorAuthentication Bearer { get; } = new() { Name = "Authorization", Scheme = "Bearer" };

    /// <summary>Header or query.</summary>
    public VideoKeyLocation Location { get; init; }

    /// <summary>The name of the header or query parameter.</summary>
    public required string Name { get; init; }

    /// <summary>What stands before the key in the header (<c>Bearer</c>, <c>Key</c>, <c>Token</c>); null for the key alone.</summary>
    public string? Scheme { get; init; }
}

/// <summary>Where a key goes.</summary>
public enum VideoKeyLocation
{
    /// <summary>Into a request header.</summary>
    Header,

    /// <summary>Into the query of the URL.</summary>
    Query,
}
