namespace VideoTasks.Build.Recognition.Roles;

/// <summary>The words of paths and parameters by which operations are told apart.</summary>
internal static class RoleWords
{
    /// <summary>The file, as a part of a task.</summary>
    public static readonly HashSet<string> Content = Set("content contents download file video stream raw mp4 media output");

    /// <summary>Parts of a task that are the file with one vendor and a list of results with another.</summary>
    public static readonly HashSet<string> Output = Set("video media output");

    /// <summary>The state of a task, or the asking for it.</summary>
    public static readonly HashSet<string> Status = Set(
        "status state result results query fetch detail details info get retrieve creations progress poll describe record check");

    /// <summary>The same within a name that is written in one word: <c>infobytaskid</c>.</summary>
    public static readonly string[] StatusInside =
        ["info", "status", "state", "result", "query", "fetch", "detail", "describe", "poll", "retrieve", "progress"];

    public static readonly HashSet<string> Create = Set(
        "videos video generations generation generate submit create tasks task jobs job new requests synthesis predictions prediction invoke "
            + "invocations render "
        + "renders text2video image2video txt2video img2video start run predict");

    public static readonly HashSet<string> End = Set("cancel stop abort");

    public static readonly HashSet<string> Delete = Set("delete remove");

    /// <summary>Parameters and properties that are ids, written without case and signs.</summary>
    public static readonly HashSet<string> Ids = Set(
        "id taskid videoid requestid jobid generationid predictionid operationid operationname uuid taskuuid videotaskid ids taskids inferenceid "
            + "executionid runid");

    public static readonly HashSet<string> Prompts = Set("prompt text input prompts instances content textprompt prompttext");

    /// <summary>What tasks belong to, rather than what they are: the id is none of these where more follows.</summary>
    public static readonly HashSet<string> Scope = Set(
        "project projects org organization organisation workspace tenant account user team provider model models region location version channel "
            + "group app "
        + "application publisher endpoint owner name deployment api vendor platform site customer namespace folder library space engine resource "
            + "service username");

    /// <summary>What an operation is about that is not about videos.</summary>
    public static readonly HashSet<string> Foreign = Set(
        "chat image images audio music speech voice voices completions embeddings messages moderations rerank avatar avatars translate translations "
        + "transcriptions batch batches assistants threads webhook webhooks callback streaming characters character models model files uploads "
            + "upload feedback "
        + "personalized lipsync lip subtitle upscale upscaler upscaling interpolate interpolation enhance enhancer documents document templates "
            + "template "
        + "agents agent trainings training replicas replica");

    public static bool IsForeign(string word) => Foreign.Contains(word) || (word.Length > 3 && word[^1] == 's' && Foreign.Contains(word[..^1]));

    /// <summary>The same in a summary that doesn't say video.</summary>
    public static readonly HashSet<string> ForeignLabel = Set("image images audio music speech voice chat embedding embeddings");

    /// <summary>Text2video, i2v, flf2v: what makes a video of something.</summary>
    public static readonly HashSet<string> ShortForms = Set("t2v i2v r2v s2v v2v flf2v kf2v");

    public static readonly HashSet<string> Generators = Set("sora veo kling seedance hailuo wan vidu runway jimeng luma");

    /// <summary>What a path says of the call, and nothing of what the call is about.</summary>
    private static readonly HashSet<string> Verbs =
        Set(
            "api openapi v list lists all async of by id ids task tasks job jobs",
            Create.Where(w => w is not ("video" or "videos")),
            Status,
            End,
            Delete);

    /// <summary>What an operation is about: the words of its path without versions, verbs and states, in the singular.</summary>
    public static string NounOf(IEnumerable<string> words) =>
        string.Join(' ', words.Where(w => !Verbs.Contains(w) && !w.All(char.IsAsciiDigit)).Select(w => w.Length > 3 && w[^1] == 's' ? w[..^1] : w));

    private static HashSet<string> Set(string words, params IEnumerable<string>[] others) =>
        new(words.Split(' ').Concat(others.SelectMany(static o => o)), StringComparer.Ordinal);
}
