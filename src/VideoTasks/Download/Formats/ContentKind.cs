namespace VideoTasks.Download.Formats;

/// <summary>What the first bytes of a body are.</summary>
internal enum ContentKind
{
    /// <summary>Binary of an unknown kind.</summary>
    Unknown,
    Mp4,
    QuickTime,
    WebM,
    Avi,
    MpegTs,
    Ogg,
    Flv,
    Mpeg,

    /// <summary>What a WMV file is.</summary>
    Asf,
    WebP,
    Png,
    Jpeg,
    Gif,
    Avif,
    Heif,

    /// <summary>An object, an array or a string.</summary>
    Json,

    /// <summary>HTML or XML.</summary>
    Markup,

    /// <summary>Readable text of another kind.</summary>
    Text,

    /// <summary>A compressed or packed file, which no player reads.</summary>
    Archive,

    /// <summary>A list of segments, which are not fetched.</summary>
    Playlist,

    /// <summary>Sound without a picture.</summary>
    Sound,

    /// <summary>A PDF document.</summary>
    Document,

    /// <summary>A program for some machine.</summary>
    Program,

    /// <summary>Zero bytes only, as a file has where nothing was written.</summary>
    Zeros,

    /// <summary>Nothing at all.</summary>
    Empty,
}

internal static class ContentKinds
{
    /// <summary>Whether a body of this kind can be a video or an image of one.</summary>
    public static bool IsMedia(this ContentKind kind) => kind is > ContentKind.Unknown and < ContentKind.Json;

    /// <summary>Whether it is a video, and no image.</summary>
    public static bool IsVideo(this ContentKind kind) => kind is > ContentKind.Unknown and < ContentKind.WebP;

    public static string? ContainerName(this ContentKind kind) => kind switch
    {
        ContentKind.QuickTime => "mov",
        _ when kind.IsMedia() => kind.ToString().ToLowerInvariant(),
        _ => null,
    };

    public static string? MediaType(this ContentKind kind) => kind switch
    {
        ContentKind.Mp4 => "video/mp4",
        ContentKind.QuickTime => "video/quicktime",
        ContentKind.WebM => "video/webm",
        ContentKind.Avi => "video/x-msvideo",
        ContentKind.MpegTs => "video/mp2t",
        ContentKind.Ogg => "video/ogg",
        ContentKind.Flv => "video/x-flv",
        ContentKind.Mpeg => "video/mpeg",
        ContentKind.Asf => "video/x-ms-asf",
        ContentKind.WebP => "image/webp",
        ContentKind.Png => "image/png",
        ContentKind.Jpeg => "image/jpeg",
        ContentKind.Gif => "image/gif",
        ContentKind.Avif => "image/avif",
        ContentKind.Heif => "image/heif",
        _ => null,
    };

    /// <summary>The extensions that files of a kind have, the usual one first.</summary>
    public static string[] Extensions(this ContentKind kind) => kind switch
    {
        ContentKind.Mp4 => [".mp4", ".m4v", ".3gp", ".3g2"],
        ContentKind.QuickTime => [".mov", ".qt"],
        ContentKind.WebM => [".webm", ".mkv"],
        ContentKind.MpegTs => [".ts", ".mts", ".m2ts"],
        ContentKind.Mpeg => [".mpg", ".mpeg"],
        ContentKind.Ogg => [".ogg", ".ogv"],
        ContentKind.Asf => [".wmv", ".asf"],
        ContentKind.Jpeg => [".jpg", ".jpeg"],
        ContentKind.Heif => [".heic", ".heif"],
        _ when kind.ContainerName() is { } name => ["." + name],
        _ => [".bin"],
    };
}
