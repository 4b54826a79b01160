using System.ComponentModel;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using VideoTasks.Generated;

namespace VideoTasks.Vendors;

/// <summary>
/// A vendor: what the source generator emits for an entry of the lock file. It holds no state and sends nothing: it builds requests with the
/// typed client and reads typed models into canonical fields.
/// </summary>
public abstract class VideoVendor
{
    /// <summary>What the vendor's document and hints say about it, as data.</summary>
    public abstract VideoVendorDescription Description { get; }

    /// <summary>
    /// The <see cref="VideoVendorContract.Version"/> of the VideoTasks.Build that generated the vendor; 0 for one that is written by hand.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual int ContractVersion => 0;

    /// <summary>How the vendor was recognised in its document; null when nobody knows.</summary>
    public virtual VideoVendorExplanation? Explain() => null;

    /// <summary>The request of an operation on one task or on the list; null when the vendor has no such operation.</summary>
    /// <param name="operation">Get, Content, List, Delete or Cancel.</param>
    /// <param name="adapter">The adapter whose base URL the request gets.</param>
    /// <param name="arguments">The id and the options of the call.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual RequestInformation? ToRequest(VideoOperation operation, IRequestAdapter adapter, VideoRequestArguments arguments) => null;

    /// <summary>The request that starts a task (Create), or one from a finished task (Remix); null when the vendor has no such operation.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual RequestInformation? ToCreateRequest(
        VideoOperation operation, IRequestAdapter adapter, VideoRequestArguments arguments, VideoTaskRequest request) =>
        null;

    /// <summary>
    /// Reads the answer of <paramref name="operation"/> with its typed model. Fields that the model has no property for stay null; the caller
    /// fills them from the raw body.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual VideoTaskFields ReadTyped(VideoOperation operation, IParseNode body) => new();

    /// <summary>The vendor, when this library has all that it uses.</summary>
    /// <exception cref="VideoTaskException">It was generated for a later one (<see cref="VideoTaskErrorReason.Configuration"/>).</exception>
    internal VideoVendor Supported() => ContractVersion <= VideoVendorContract.Version
        ? this
        : throw new VideoTaskException(ErrorMessages.VendorTooNew(GetType().Name, ContractVersion, VideoVendorContract.Version));
}
