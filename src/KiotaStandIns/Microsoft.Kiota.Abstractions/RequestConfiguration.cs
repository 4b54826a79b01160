using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Kiota.Abstractions;

/// <summary>What a caller can set on one request: query parameters, headers and options.</summary>
/// <typeparam name="T">The query parameters' type.</typeparam>
public class RequestConfiguration<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>
    where T : class, new()
{
    /// <summary>The headers that are added to the request.</summary>
    public RequestHeaders Headers { get; set; } = [];

    /// <summary>The options that are added to the request.</summary>
    public IList<IRequestOption> Options { get; set; } = [];

    /// <summary>The query parameters of the request.</summary>
    public T QueryParameters { get; set; } = new();
}
