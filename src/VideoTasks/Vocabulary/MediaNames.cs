namespace VideoTasks.Vocabulary;

/// <summary>What vendors call the video's URL, length and size; see <see cref="IdentityNames"/> for how names are written here.</summary>
internal static class MediaNames
{
    public const string Url =
        "videourl resultvideourl finalvideourl outputvideourl generatedvideourl videouri resulturl outputurl mediaurl downloadurl videodownloadurl fileurl "
        + "contenturl playurl hdvideourl mp4url motionmp4url url uri gcsuri s3uri resource downloaduri signedurl publicurl asseturl cdnurl src href "
        + "videourls resulturls outputurls unsignedurls signedurls downloadurls urls generated sample video videos output outputs result results content "
        + "download movie file resultjson respdata originalresulturl streamurl hostedurl";

    /// <summary>The video itself, in base64: as good a sign of a result as a URL.</summary>
    public const string Inline = "bytesbase64encoded b64json videobase64 base64 videobytes encodedvideo b64video videob64 fileid";

    public const string Duration =
        "seconds durationseconds nseconds outputvideoduration videoduration duration videodurationseconds videolength durationsec durationsecs durations "
        + "durationinseconds lengthseconds videoseconds videodurationsec durationms videodurationms";

    public const string Frames = "frames numframes framecount framenum totalframes nframes";

    public const string FramesPerSecond = "fps framespersecond framerate";

    public const string Size = "size resolution videosize framesize dimensions dimension videoresolution outputsize outputresolution videoratio videodimensions ratio aspectratio";

    public const string Width = "width videowidth outputwidth framewidth w";

    public const string Height = "height videoheight outputheight frameheight h";
}
