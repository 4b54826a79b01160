using System.Net;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Content;

/// <summary>What one request for the content came to.</summary>
internal abstract record ContentAnswer
{
    /// <summary>The content, or the wanted range of it.</summary>
    public sealed record Bytes(ContentBody Content, ContentLocation? Place) : ContentAnswer;

    /// <summary>The content is somewhere else.</summary>
    public sealed record Relocated(ContentLocation Place) : ContentAnswer;

    /// <summary>The range begins behind the end of a file of this length.</summary>
    public sealed record RangeNotSatisfiable(long? Total, string? UriDigest) : ContentAnswer;

    /// <summary>A range came that was not asked for, or one that says nothing about itself.</summary>
    public sealed record WrongRange(string Why, bool IsOtherVersion = false) : ContentAnswer;

    /// <summary>No content.</summary>
    /// <param name="Error">What to throw if it stays so.</param>
    /// <param name="Status">The answer's status.</param>
    /// <param name="IsVendors">Whether the vendor itself answered, and not where it had pointed.</param>
    public sealed record Problem(VideoTaskException Error, HttpStatusCode Status, bool IsVendors) : ContentAnswer
    {
        /// <summary>Whether the same request may bring the content later, though its status does not say so.</summary>
        public bool IsTransient { get; init; }

        public TimeSpan? RetryAfter { get; init; }
    }
}
