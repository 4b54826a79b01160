namespace Microsoft.Kiota.Abstractions.Serialization;

/// <summary>Makes writers of one content type.</summary>
public interface ISerializationWriterFactory
{
    /// <summary>The content type.</summary>
    string ValidContentType { get; }

    /// <summary>Makes a writer.</summary>
    /// <param name="contentType">The content type to write.</param>
    ISerializationWriter GetSerializationWriter(string contentType);
}
