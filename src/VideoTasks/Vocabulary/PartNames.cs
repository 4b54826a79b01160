namespace VideoTasks.Vocabulary;

/// <summary>What vendors call the objects and lists that things stand in; see <see cref="IdentityNames"/> for how names are written here.</summary>
internal static class PartNames
{
    /// <summary>Wrappers around the task itself, the likeliest first.</summary>
    public const string Envelope =
        "task job taskinfo data output result response resp item prediction operation movie payload body info taskresult taskdata videotask "
        + "generatevideoresponse predictresponse tasks jobs predictions results generations items list records rows edges node nodes entries attributes baseresp responsemetadata";

    public const string Media =
        "video videos outputs content contents assets asset creations works generatedvideos generatedsamples samples videoresult videoresults media medias files "
        + "file metadata meta videoinfo videoinfos resources artifacts artifact clips downloads download videooutput videooutputs resultvideo urls "
        + "dimensions raw min generatedimages videodata generatedvideo outputdata mediadata";

    public const string Request =
        "request input inputs params parameters param config settings requestparams originalrequest args arguments generationconfig generateparams inputparams "
        + "requestbody requestinput videoconfig properties taskparams";

    public const string Usage = "usage billing consumption";

    /// <summary>Parts of names: an object or a URL whose name has one of these is not the video.</summary>
    public static readonly string[] IgnoredParts =
    [
        "image", "cover", "thumb", "poster", "preview", "frame", "audio", "music", "voice", "webhook", "callback", "avatar", "user", "account", "owner", "icon",
        "logo", "watermark", "keyframe", "reference", "source", "poll", "status", "cancel", "link", "subtitle", "caption", "log", "metric", "timing",
        "quota", "headers", "mask", "storyboard", "sprite", "gif", "plan", "project", "previous", "next", "origin", "parent", "remix",
    ];
}
