using System.Text.Json;
using VideoTasks.Vocabulary;

namespace VideoTasks.Download.Formats;

/// <summary>Finds the video, or the way to it, in a JSON answer that stands where the video should.</summary>
internal static class JsonVideoLocator
{
    private const int MinBase64Length = 256;

    private static readonly string[] Preferred =
    [
        "videourl", "video", "resultvideourl", "outputvideourl", "videouri", "downloadurl", "resulturl", "outputurl", "contenturl", "fileurl",
        "signedurl", "mediaurl", "unsignedurls", "url", "uri", "link", "href", "output", "outputs", "results", "result", "sample", "content",
        "failreason",
    ];

    private static readonly string[] Misleading =
    [
        "thumb", "cover", "image", "poster", "preview", "callback", "webhook", "avatar", "frame", "input", "reference", "polling", "status", "cancel",
        "audio", "sprite", "docs", "help", "support", "callbackurl",
    ];

    /// <summary>What stands where a URL will stand later.</summary>
    private static readonly HashSet<string> NoUrls =
        new(StringComparer.OrdinalIgnoreCase) { "null", "nil", "none", "n/a", "undefined", "pending", "-" };

    private static readonly string[] InlineNames = ["base64", "b64", "data", "content", "video", "bytes", "file"];

    /// <summary>The URL of the rendition; null when there is none.</summary>
    public static string? FindUrl(JsonElement answer, string? variant)
    {
        var best = default((int Rank, string? Url));
        Visit(answer, "", (name, path, text) =>
        {
            if (!LooksLikeUrl(text, name))
            {
                return;
            }

            var rank = Rank(name, path, variant);
            if (rank > best.Rank)
            {
                best = (rank, text);
            }
        });
        return best.Url;
    }

    /// <summary>The content itself, as base64 or a <c>data:</c> URL; null when there is none. What are a video's first bytes wins.</summary>
    public static string? FindInline(JsonElement answer, string? variant)
    {
        var best = default((int Rank, string? Text));
        Visit(answer, "", (name, path, text) =>
        {
            var isData = text.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
            if (!(isData || (IsInlineName(name) && LooksLikeBase64(text))) || IsOfAnother(path, text, variant))
            {
                return;
            }

            var rank = ContentSniffer.Sniff(Base64Text.HeadOf(text)).IsMedia() ? 2 : 1;
            if (rank > best.Rank)
            {
                best = (rank, text);
            }
        });
        return best.Text;
    }

    /// <summary>Whether a long text of this name may be the content, by how it begins.</summary>
    public static bool MayBeInline(string name, ReadOnlySpan<byte> beginning, string? variant)
    {
        var text = System.Text.Encoding.ASCII.GetString(beginning).Replace("\\", "", StringComparison.Ordinal);
        var normalized = NameComparer.Normalize(name);
        return !IsOfAnother(normalized, text, variant)
            && (IsInlineName(normalized) || ContentSniffer.Sniff(Base64Text.HeadOf(text)).IsMedia());
    }

    /// <summary>Whether the answer reports an error.</summary>
    public static bool HasError(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object)
        {
            return answer.ValueKind == JsonValueKind.String && !LooksLikeUrl(answer.GetString()!, "");
        }

        return answer.EnumerateObject().Any(property => property.Name is "error" or "errors" or "err" or "detail" && property.Value.ValueKind switch
        {
            JsonValueKind.Object => property.Value.EnumerateObject().Any(),
            JsonValueKind.Array => property.Value.GetArrayLength() > 0,
            JsonValueKind.String => property.Value.GetString()!.Length > 0,
            _ => false,
        });
    }

    /// <summary>Whether it is a picture or a sound beside the video, or what the video was made from.</summary>
    private static bool IsOfAnother(string path, string text, string? variant) =>
        !WantsImage(variant)
        && (Misleading.Any(word => path.Contains(word, StringComparison.Ordinal))
            || text.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("data:audio/", StringComparison.OrdinalIgnoreCase));

    private static bool WantsImage(string? variant) => variant is not null && !variant.Equals("video", StringComparison.OrdinalIgnoreCase);

    private static int Rank(string name, string path, string? variant)
    {
        var wantsImage = WantsImage(variant);
        if (wantsImage && path.Contains(NameComparer.Normalize(variant!), StringComparison.Ordinal))
        {
            return 1000;
        }

        if (Misleading.Any(word => path.Contains(word, StringComparison.Ordinal)))
        {
            return wantsImage ? 1 : 0;
        }

        var index = Array.IndexOf(Preferred, name);
        return index < 0 ? 2 : 100 - index;
    }

    private static bool LooksLikeUrl(string text, string name)
    {
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            return !text.Contains(' ', StringComparison.Ordinal);
        }

        // Other schemes and relative references count where the name says that they are URLs; what may not be fetched is refused later.
        var isNamed = name.EndsWith("url", StringComparison.Ordinal) || name.EndsWith("uri", StringComparison.Ordinal) || name is "href" or "link";
        return isNamed
            && text.Length > 0
            && !NoUrls.Contains(text)
            && !text.Contains(' ', StringComparison.Ordinal)
            && !text.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsInlineName(string name) => name.Length == 0 || InlineNames.Any(part => name.Contains(part, StringComparison.Ordinal));

    private static bool LooksLikeBase64(string text) =>
        text.Length >= MinBase64Length && text.AsSpan(0, MinBase64Length).IndexOfAnyExcept(Base64Text.Alphabet) < 0;

    private static void Visit(JsonElement element, string path, Action<string, string, string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Visit(property.Value, path + "/" + NameComparer.Normalize(property.Name), found);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Visit(item, path, found);
                }

                break;
            case JsonValueKind.String when TryParse(element.GetString()!) is { } nested:
                Visit(nested, path, found);
                break;
            case JsonValueKind.String:
                found(path[(path.LastIndexOf('/') + 1)..], path, element.GetString()!);
                break;
        }
    }

    /// <summary>JSON that stands in a string, as gateways pass on what their own vendor answered.</summary>
    private static JsonElement? TryParse(string text)
    {
        if (text is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
