namespace Microsoft.Kiota.Abstractions;

/// <summary>The server answered with an error. Error models of a client derive from this.</summary>
public class ApiException : Exception
{
    /// <summary>An error without a message of its own.</summary>
    public ApiException()
    {
    }

    /// <summary>An error with a message.</summary>
    /// <param name="message">What went wrong.</param>
    public ApiException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">Why.</param>
    public ApiException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status; 0 when there was no response.</summary>
    public int ResponseStatusCode { get; set; }

    /// <summary>The response's headers; names compare without case.</summary>
    public IDictionary<string, IEnumerable<string>> ResponseHeaders { get; set; } =
        new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);
}
