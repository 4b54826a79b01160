namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>Makes an empty model of the type that a node calls for.</summary>
/// <param name="node">The node; a discriminator is read from it.</param>
/// <typeparam name="T">The model's type.</typeparam>
public delegate T ParsableFactory<T>(IParseNode node)
    where T : IParsable;
