using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>How much speaks for an operation being about the making of videos, and what.</summary>
/// <param name="Score">Below 1 it is not taken for one.</param>
/// <param name="Reason">What was seen.</param>
internal sealed record VideoEvidence(int Score, string Reason)
{
    private static readonly HashSet<string> Foreign = new(StringComparer.Ordinal)
    {
        "chat", "image", "images", "audio", "music", "speech", "voice", "voices", "completions", "embeddings", "messages", "moderations", "rerank",
        "avatar", "avatars", "translate", "translations", "transcriptions", "batches", "assistants", "threads", "webhook", "webhooks", "callback",
        "streaming", "characters", "character", "models", "model", "files", "uploads", "upload", "feedback", "personalized", "lipsync", "lip", "subtitle",
        "upscale", "upscaler", "upscaling", "interpolate", "interpolation", "enhance", "enhancer",
    };

    // text2video, i2v, flf2v: what makes a video of something.
    private static readonly HashSet<string> ShortForms = new(StringComparer.Ordinal) { "t2v", "i2v", "r2v", "s2v", "v2v", "flf2v", "kf2v" };

    private static readonly string[] Generators = ["sora", "veo", "kling", "seedance", "hailuo", "wan", "vidu", "runway", "jimeng", "luma"];

    public static VideoEvidence Of(DocumentOperation operation, SchemaReader schemas)
    {
        var score = 0;
        var reasons = new List<string>();
        void Add(int points, string reason)
        {
            score += points;
            reasons.Add(reason);
        }

        var segments = operation.Segments.Where(s => !DocumentOperation.IsParameter(s)).ToList();
        var path = segments.Select(NameWords.Of).ToList();
        if (path.Any(words => IsVideoTo(words)))
        {
            Add(-6, "its path makes something else from a video");
        }
        else if (path.Any(words => words.Contains("video") || words.Contains("videos")) || segments.Exists(HasShortForm))
        {
            Add(4, "its path says video");
        }
        else if (path.Any(words => words.Contains("generation") || words.Contains("generations") || words.Intersect(Generators).Any()))
        {
            Add(1, "its path says generation");
        }

        if (path.Where((words, i) => !IsToVideo(words) && !IsModelOfPath(operation, segments[i], words)).SelectMany(words => words).FirstOrDefault(Foreign.Contains) is { } foreign)
        {
            Add(-5, $"its path says {foreign}");
        }

        if (SaysVideo(operation.Label))
        {
            Add(2, "its summary says video");
        }
        else if (SaysVideo(operation.Prose))
        {
            Add(1, "its description says video");
        }

        if (operation.ResponseMedia.Any(m => m.StartsWith("video/", StringComparison.OrdinalIgnoreCase)))
        {
            Add(3, "it answers with a video");
        }
        else if (operation.ResponseMedia.Any(m => m.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)))
        {
            Add(-5, "it answers with audio");
        }

        if (HoldsVideo(schemas, operation))
        {
            Add(2, "its answer has a property of a video");
        }

        return new VideoEvidence(score, string.Join(", ", reasons));
    }

    private static bool IsVideoTo(IReadOnlyList<string> words)
    {
        var to = words.ToList().FindIndex(w => w is "to" or "2");
        return to > 0 && words[to - 1] == "video" && (to + 1 == words.Count || words[to + 1] != "video");
    }

    // The images of images-to-video are what it is made of.
    private static bool IsToVideo(IReadOnlyList<string> words)
    {
        var to = words.ToList().FindIndex(w => w is "to" or "2");
        return to > 0 && to + 1 < words.Count && words[to + 1] is "video" or "videos";
    }

    // models/{model}:predict, models/{model}/operations/{id}: the model is where it is made, not what is asked for.
    private static bool IsModelOfPath(DocumentOperation operation, string segment, IReadOnlyList<string> words)
    {
        var at = operation.Segments.ToList().IndexOf(segment);
        return (words is ["model" or "models"] && at + 1 < operation.Segments.Count && operation.Segments[at + 1].StartsWith('{')
                && (DocumentOperation.IsMixed(operation.Segments[at + 1]) || at + 2 < operation.Segments.Count))
            || (DocumentOperation.IsMixed(segment) && words is ["model" or "models", ..]);
    }

    private static bool HasShortForm(string segment) => segment.Split('-', '_', '.', ':').Any(p => ShortForms.Contains(p.ToLowerInvariant()));

    private static bool SaysVideo(string text) => text.Contains("video", StringComparison.OrdinalIgnoreCase) || text.Contains("视频", StringComparison.Ordinal);

    private static bool HoldsVideo(SchemaReader schemas, DocumentOperation operation)
    {
        var properties = schemas.Properties(operation.ResponseSchema);
        return properties.Any(p => Names(p.Name) || schemas.Properties(p.Schema).Any(q => Names(q.Name)
            || schemas.Properties(schemas.ItemsOf(q.Schema)).Any(r => Names(r.Name))));

        static bool Names(string name) => NameWords.Of(name).Any(w => w is "video" or "videos");
    }
}
