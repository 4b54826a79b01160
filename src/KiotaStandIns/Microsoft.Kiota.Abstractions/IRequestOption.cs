namespace Microsoft.Kiota.Abstractions;

/// <summary>Marks an option that travels with one request, for the handlers that know its type.</summary>
public interface IRequestOption;
