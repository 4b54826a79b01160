using VideoTasks.Generated;
using static VideoTasks.Generated.VideoRequestFieldName;

namespace VideoTasks.Vocabulary;

/// <summary>What vendors call a canonical field of a request.</summary>
/// <param name="Field">The field.</param>
/// <param name="Name">The name in lower case, letters and digits only.</param>
/// <param name="IsCertain">Whether the name says enough wherever in a body it stands.</param>
/// <param name="Unit">The unit that the name says; null for the field's own.</param>
internal sealed record RequestName(VideoRequestFieldName Field, string Name, bool IsCertain, string? Unit = null);

/// <summary>
/// The names of the fields of a request, the best of each field first. The generator finds places by them, the library what a caller gives by name.
/// </summary>
internal static class RequestNames
{
    public static IReadOnlyList<RequestName> Rows { get; } =
    [
        .. Certain(Prompt, "prompt textprompt prompttext"), .. Possible(Prompt, "text"),
        .. Certain(Model, "model modelname modelid"),
        .. Certain(Seconds, "seconds duration durationseconds nseconds videolength videoduration"),
        .. Certain(Seconds, "durationms durationmillis durationmilliseconds", "milliseconds"),
        .. Certain(Size, "size videosize"), .. Possible(Size, "imagesize resolution ratio"),
        .. Certain(Width, "width"),
        .. Certain(Height, "height"),
        .. Certain(InputReference, "inputreference inputreferences"), .. Possible(InputReference, "image"),
        .. Certain(InputReference, "imageurl"), .. Possible(InputReference, "images"),
        .. Certain(
            InputReference, "imageurls firstframeimage firstframe imgurl startimage referenceimage referenceimages referenceimageurls inputimage "
                + "promptimage"),
        .. Possible(InputReference, "imagetail"),
        .. Certain(InputReference, "firstframeurl firstframeimageurl startframe"), .. Possible(InputReference, "imglist imagelist"),
        .. Certain(
            IdempotencyKey, "idempotencykey idempotentkey idempotencytoken xidempotencykey xidempotentkey clientrequesttoken "
                + "clienttoken"),
        .. Possible(SourceId, "videoid video taskid remixvideoid id generationid"),
    ];

    private static IEnumerable<RequestName> Certain(VideoRequestFieldName field, string names, string? unit = null) =>
        names.Split(' ').Select(name => new RequestName(field, name, IsCertain: true, unit));

    private static IEnumerable<RequestName> Possible(VideoRequestFieldName field, string names) =>
        names.Split(' ').Select(name => new RequestName(field, name, IsCertain: false));
}
