namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>Adds callbacks to the writers of another factory.</summary>
public class SerializationWriterProxyFactory : ISerializationWriterFactory
{
    /// <summary>The factory behind the proxy.</summary>
    protected internal readonly ISerializationWriterFactory ProxiedSerializationWriterFactory;

    private readonly Action<IParsable> _onBefore;
    private readonly Action<IParsable> _onAfter;
    private readonly Action<IParsable, ISerializationWriter> _onStart;

    /// <summary>A proxy for a factory.</summary>
    /// <param name="factoryToWrap">The factory.</param>
    /// <param name="onBeforeSerialization">Called before a model is written.</param>
    /// <param name="onAfterSerialization">Called after a model is written.</param>
    /// <param name="onStartSerialization">Called when a model starts to be written, before its properties.</param>
    public SerializationWriterProxyFactory(
        ISerializationWriterFactory factoryToWrap,
        Action<IParsable> onBeforeSerialization,
        Action<IParsable> onAfterSerialization,
        Action<IParsable, ISerializationWriter> onStartSerialization)
    {
        ArgumentNullException.ThrowIfNull(factoryToWrap);
        ProxiedSerializationWriterFactory = factoryToWrap;
        _onBefore = onBeforeSerialization;
        _onAfter = onAfterSerialization;
        _onStart = onStartSerialization;
    }

    /// <inheritdoc/>
    public string ValidContentType => ProxiedSerializationWriterFactory.ValidContentType;

    /// <inheritdoc/>
    public ISerializationWriter GetSerializationWriter(string contentType)
    {
        var writer = ProxiedSerializationWriterFactory.GetSerializationWriter(contentType);
        writer.OnBeforeObjectSerialization = _onBefore + writer.OnBeforeObjectSerialization;
        writer.OnAfterObjectSerialization = _onAfter + writer.OnAfterObjectSerialization;
        writer.OnStartObjectSerialization = _onStart + writer.OnStartObjectSerialization;
        return writer;
    }
}
