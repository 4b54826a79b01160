using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>Reads models of a type that is only known when the program runs.</summary>
internal abstract class TypedReader
{
    /// <summary>Why a reader needs code that is made at run time, and what to do instead.</summary>
    public const string DynamicCodeReason = "A generic type is made of the type given. Give the type as a type argument instead.";

    [RequiresDynamicCode(DynamicCodeReason)]
    public static TypedReader Of([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return (TypedReader)Activator.CreateInstance(typeof(Reader<>).MakeGenericType(type))!;
    }

    public abstract Task<IParsable?> ReadAsync(string contentType, Stream stream, CancellationToken cancellationToken);

    public abstract Task<IEnumerable<IParsable>> ReadCollectionAsync(string contentType, Stream stream, CancellationToken cancellationToken);

    private sealed class Reader<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T> : TypedReader
        where T : IParsable
    {
        public override async Task<IParsable?> ReadAsync(string contentType, Stream stream, CancellationToken cancellationToken) =>
            await KiotaSerializer.DeserializeAsync<T>(contentType, stream, cancellationToken).ConfigureAwait(false);

        public override async Task<IEnumerable<IParsable>> ReadCollectionAsync(string contentType, Stream stream, CancellationToken cancellationToken)
        {
            var models = await KiotaSerializer.DeserializeCollectionAsync<T>(contentType, stream, cancellationToken).ConfigureAwait(false);
            return models.Cast<IParsable>();
        }
    }
}
