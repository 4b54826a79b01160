using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace VideoTasks;

/// <summary>What tells that two answers are about the same file (RFC 9110 §8.8).</summary>
/// <param name="ETag">The entity tag as it came.</param>
/// <param name="LastModified">The date as it came.</param>
/// <param name="Length">The length of the whole file; null when the server did not say.</param>
/// <param name="HasStrongDate">Whether the date is old enough, by the server's own clock, to be a strong validator.</param>
internal sealed record EntityValidators(string? ETag, string? LastModified, long? Length, bool HasStrongDate)
{
    /// <summary>A file that changed within the same second has the same date; clocks within a server farm differ by more.</summary>
    private static readonly TimeSpan StrongDateAge = TimeSpan.FromSeconds(60);

    private const int DigestBytes = 16;

    /// <summary>
    /// What stands for the URL that the bytes came from; null when it is not known. Validators are only comparable between answers for one URL:
    /// two servers may well give two files the same tag.
    /// </summary>
    public string? UriDigest { get; init; }

    /// <summary>The validator for If-Range; null when there is no strong one.</summary>
    public string? Validator => ETag is not null ? (IsStrong(ETag) ? ETag : null) : HasStrongDate && IsSendable(LastModified) ? LastModified : null;

    /// <summary>What stands for a URL, and does not tell its signature.</summary>
    public static string Digest(Uri url) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri)).AsSpan(0, DigestBytes));

    public static EntityValidators Of(HttpResponseMessage response, long? length, string? uriDigest)
    {
        var headers = response.Headers.NonValidated;
        var etag = headers.TryGetValues("ETag", out var tags) ? tags.ToString() : null;
        var modified = response.Content.Headers.NonValidated.TryGetValues("Last-Modified", out var dates) ? dates.ToString() : null;
        var isStrongDate = modified is not null
            && response.Headers.Date is { } date
            && Parse(modified) is { } changed
            && date - changed >= StrongDateAge;
        return new(etag, modified, length, isStrongDate) { UriDigest = uriDigest };
    }

    /// <summary>Whether the other answer is certainly about another file.</summary>
    public bool Contradicts(EntityValidators other) =>
        (ETag is not null && other.ETag is not null && Opaque(ETag) != Opaque(other.ETag))
        || (ETag is null && other.ETag is null && LastModified is not null && other.LastModified is not null && LastModified != other.LastModified)
        || (Length is not null && other.Length is not null && Length != other.Length);

    /// <summary>Whether the other answer is certainly about the same file.</summary>
    public bool Confirms(EntityValidators other) => HasValidatorOf(other) && UriDigest == other.UriDigest && UriDigest is not null;

    /// <summary>Whether the other answer has the same strong validator, wherever it came from.</summary>
    public bool HasValidatorOf(EntityValidators other) =>
        Validator is { } validator && validator == other.Validator && !Contradicts(other);

    private static bool IsStrong(string etag) => etag.Length >= 2 && etag[0] == '"' && etag[^1] == '"' && IsSendable(etag);

    // A header that is sent holds ASCII only, whatever was received.
    private static bool IsSendable(string? text) => text is not null && text.All(letter => letter is >= ' ' and <= '~');

    private static string Opaque(string etag) => etag.StartsWith("W/", StringComparison.Ordinal) ? etag[2..] : etag;

    private static DateTimeOffset? Parse(string date) =>
        DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) ? parsed : null;
}

/// <summary>The Content-Range of an answer (RFC 9110 §14.4), read strictly.</summary>
/// <param name="From">The first byte; null in an unsatisfied range.</param>
/// <param name="To">The last byte, inclusive; null in an unsatisfied range.</param>
/// <param name="Total">The length of the whole file; null when unknown.</param>
internal sealed record ContentByteRange(long? From, long? To, long? Total)
{
    public static ContentByteRange? Of(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Range", out var values)
        && ContentRangeHeaderValue.TryParse(values.ToString(), out var range)
        && string.Equals(range.Unit, "bytes", StringComparison.OrdinalIgnoreCase)
            ? new(range.From, range.To, range.Length)
            : null;
}
