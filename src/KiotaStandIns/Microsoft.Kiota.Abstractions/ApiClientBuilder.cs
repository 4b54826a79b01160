using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace Microsoft.Kiota.Abstractions;

/// <summary>What a generated client does when it is made: registers serializers and turns backing stores on.</summary>
public static class ApiClientBuilder
{
    /// <summary>Registers a writer factory for its content type, unless one is registered already.</summary>
    /// <typeparam name="T">The factory.</typeparam>
    public static void RegisterDefaultSerializer<T>()
        where T : ISerializationWriterFactory, new()
    {
        var factory = new T();
        SerializationWriterFactoryRegistry.DefaultInstance.ContentTypeAssociatedFactories.TryAdd(factory.ValidContentType, factory);
    }

    /// <summary>Registers a parse node factory for its content type, unless one is registered already.</summary>
    /// <typeparam name="T">The factory.</typeparam>
    public static void RegisterDefaultDeserializer<T>()
        where T : IParseNodeFactory, new()
    {
        var factory = new T();
        ParseNodeFactoryRegistry.DefaultInstance.ContentTypeAssociatedFactories.TryAdd(factory.ValidContentType, factory);
    }

    /// <summary>Makes a writer factory aware of backing stores; the default registry's factories become aware, too.</summary>
    /// <param name="original">The factory, or a registry whose factories are wrapped in place.</param>
    /// <returns>The factory to use.</returns>
    public static ISerializationWriterFactory EnableBackingStoreForSerializationWriterFactory(ISerializationWriterFactory original)
    {
        ArgumentNullException.ThrowIfNull(original);
        var result = original;
        if (original is SerializationWriterFactoryRegistry registry)
        {
            WrapWriters(registry);
        }
        else
        {
            result = new BackingStoreSerializationWriterProxyFactory(original);
        }

        WrapWriters(SerializationWriterFactoryRegistry.DefaultInstance);
        return result;
    }

    /// <summary>Makes a parse node factory aware of backing stores; the default registry's factories become aware, too.</summary>
    /// <param name="original">The factory, or a registry whose factories are wrapped in place.</param>
    /// <returns>The factory to use.</returns>
    public static IParseNodeFactory EnableBackingStoreForParseNodeFactory(IParseNodeFactory original)
    {
        ArgumentNullException.ThrowIfNull(original);
        var result = original;
        if (original is ParseNodeFactoryRegistry registry)
        {
            WrapParseNodes(registry);
        }
        else
        {
            result = new BackingStoreParseNodeFactory(original);
        }

        WrapParseNodes(ParseNodeFactoryRegistry.DefaultInstance);
        return result;
    }

    private static void WrapWriters(SerializationWriterFactoryRegistry registry)
    {
        foreach (var (contentType, factory) in registry.ContentTypeAssociatedFactories)
        {
            if (factory is not (BackingStoreSerializationWriterProxyFactory or SerializationWriterFactoryRegistry))
            {
                registry.ContentTypeAssociatedFactories[contentType] = new BackingStoreSerializationWriterProxyFactory(factory);
            }
        }
    }

    private static void WrapParseNodes(ParseNodeFactoryRegistry registry)
    {
        foreach (var (contentType, factory) in registry.ContentTypeAssociatedFactories)
        {
            if (factory is not (BackingStoreParseNodeFactory or ParseNodeFactoryRegistry))
            {
                registry.ContentTypeAssociatedFactories[contentType] = new BackingStoreParseNodeFactory(factory);
            }
        }
    }
}
