using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace VideoTasks.Vendors;

/// <summary>
/// A vendor: what the source generator emits for an entry of the lock file. It holds no state and sends nothing: it builds requests with the
/// typed client and reads typed models into canonical fields.
/// </summary>
public abstract class VideoVendor
{
    /// <summary>What the vendor's document and hints say about it, as data.</summary>
    public abstract VideoVendorDescription Description { get; }

    /// <summary>The request of an operation on one task or on the list; null when the vendor has no such operation.</summary>
    /// <param name="operation">Get, Content, List, Delete or Cancel.</param>
    /// <param name="adapter">The adapter whose base URL the request gets.</param>
    /// <param name="arguments">The id and the options of the call.</param>
    public virtual RequestInformation? ToRequest(VideoOperation operation, IRequestAdapter adapter, VideoRequestArguments arguments) => null;

    /// <summary>The request that starts a task (Create), or one from a finished task (Remix); null when the vendor has no such operation.</summary>
    public virtual RequestInformation? ToCreateRequest(
        VideoOperation operation, IRequestAdapter adapter, VideoRequestArguments arguments, VideoTaskRequest request) =>
        null;

    /// <summary>
    /// Reads the answer of <paramref name="operation"/> with its typed model. Fields that the model has no property for stay null; the caller
    /// fills them from the raw body.
    /// </summary>
    public virtual VideoTaskFields ReadTyped(VideoOperation operation, IParseNode body) => new();
}
