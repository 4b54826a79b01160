namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>Marks a model that stands for one of several types (<c>oneOf</c>, <c>anyOf</c>).</summary>
public interface IComposedTypeWrapper;
