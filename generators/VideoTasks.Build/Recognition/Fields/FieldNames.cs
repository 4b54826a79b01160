using VideoTasks.Build.Description.Format;

namespace VideoTasks.Build.Recognition.Fields;

/// <summary>
/// The names under which a typed answer has the canonical fields, normalized, the likeliest first. Only names that can't mean anything else:
/// the rest is for the reading of the raw body, which sees the values.
/// </summary>
internal static class FieldNames
{
    /// <summary>Objects that wrap the task, or hold it beside facts about the request.</summary>
    public static IReadOnlySet<string> Envelopes { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "data", "output", "task", "result", "response", "resp", "job", "generation", "video", "taskinfo", "taskresult", "prediction", "respdata", "payload", "taskdata", "attributes",
    };

    public static IReadOnlyDictionary<TaskField, string[]> OfTask { get; } = new Dictionary<TaskField, string[]>
    {
        [TaskField.Id] = ["id", "taskid", "requestid", "videoid", "jobid", "generationid", "predictionid", "uuid", "invocationarn", "executionid", "runid"],
        [TaskField.Status] = ["status", "taskstatus", "state", "videostatus", "jobstatus", "phase"],
        [TaskField.Progress] = ["progress", "progresspct", "progresspercent", "progresspercentage", "percent", "percentage"],
        [TaskField.Model] = ["model", "modelname"],
        [TaskField.Prompt] = ["prompt", "origprompt"],
        [TaskField.CreatedAt] = ["createdat", "created", "createtime", "createdtime", "submittime", "submittedat", "creationtime"],
        [TaskField.CompletedAt] = ["completedat", "finishedat", "finishtime", "endtime", "endedat", "completetime", "completiontime"],
        [TaskField.ExpiresAt] = ["expiresat", "expireat", "expiredat", "expiretime", "expirationtime"],
        [TaskField.Duration] = ["seconds", "duration", "durationseconds", "nseconds", "videoduration"],
        [TaskField.Size] = ["size", "videosize"],
        [TaskField.Width] = ["width", "videowidth"],
        [TaskField.Height] = ["height", "videoheight"],
        [TaskField.VideoUrl] = ["videourl", "url", "resulturl", "downloadurl", "outputurl", "contenturl", "resultvideourl", "mp4url", "hdvideourl", "fileurl", "videouri", "playurl", "mediaurl", "outputvideourl", "generatedvideourl", "finalvideourl", "videodownloadurl", "uri", "video"],
        [TaskField.Error] = ["error"],
    };

    /// <summary>Lists that hold the task where several may be asked for at once; what wraps one is among them.</summary>
    public static IReadOnlySet<string> Lists { get; } = new HashSet<string>(["results", "tasks", "jobs", "items", "list", "records", .. Envelopes], StringComparer.Ordinal);

    /// <summary>What the URL is called as well in an object that is called after the video, and could be anything elsewhere.</summary>
    public static IReadOnlyList<string> InVideo { get; } = ["href", "src", "link"];

    /// <summary>Texts that hold the video, or JSON that does, and that only the reading of the raw body understands.</summary>
    public static IReadOnlySet<string> OfRaw { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "resultjson", "respdata", "gcsuri", "s3uri", "bytesbase64encoded", "b64json", "videobase64", "base64", "encodedvideo", "sample",
    };

    /// <summary>Objects and arrays beside the task's own properties in which its video's URL may be.</summary>
    public static IReadOnlyList<string> Holders { get; } =
    [
        "video", "videos", "content", "output", "outputs", "result", "results", "taskresult", "videoresult", "assets", "creations", "metadata", "generations",
        "data", "unsignedurls", "videourls", "urls", "resulturls", "outputurls", "downloadurls", "signedurls", "mediaurls", "files", "generatedvideos", "generated", "artifacts", "works",
    ];
}
