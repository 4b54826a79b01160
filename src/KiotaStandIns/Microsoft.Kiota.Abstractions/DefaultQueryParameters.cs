namespace Microsoft.Kiota.Abstractions;

/// <summary>The query parameters of an operation that has none.</summary>
public class DefaultQueryParameters;
