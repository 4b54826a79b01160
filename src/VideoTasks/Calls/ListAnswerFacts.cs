using System.Text.Json;
using VideoTasks.Json;

namespace VideoTasks.Calls;

/// <summary>What an answer says about the page that it holds, under the names that vendors use. What is nearer to the list counts more.</summary>
internal sealed class ListAnswerFacts
{
    private static readonly string[] Holders =
        ["pagination", "paging", "page_info", "pageInfo", "meta", "metadata", "cursors", "links", "_links", "page"];

    /// <summary>Whether there is more; null when nothing says.</summary>
    public bool? HasMore { get; private set; }

    public string? LastId { get; private set; }

    /// <summary>The token of the next page.</summary>
    public string? Next { get; private set; }

    /// <summary>The URL of the next page.</summary>
    public string? NextUrl { get; private set; }

    public long? Total { get; private set; }

    public long? Pages { get; private set; }

    public void Add(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in body.EnumerateObject())
        {
            Add(property.Name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant(), property.Value);
        }

        foreach (var holder in Holders)
        {
            if (body.TryGetProperty(holder, out var inner) && inner.ValueKind == JsonValueKind.Object)
            {
                Add(inner);
            }
        }
    }

    private void Add(string name, JsonElement value)
    {
        switch (name)
        {
            case "hasmore" or "hasnext" or "hasnextpage" or "more" or "ismore" when value.ValueKind is JsonValueKind.True or JsonValueKind.False:
                HasMore ??= value.ValueKind == JsonValueKind.True;
                break;
            case "lastid":
                LastId ??= Text(value);
                break;
            case "next" or "nextcursor" or "nextpagetoken" or "nexttoken" or "continuationtoken" or "nextpage" or "endcursor" or "after"
                or "nextmarker" or "nextpageurl" or "nexturl":
                AddNext(Text(value));
                break;
            case "total" or "totalcount" or "totalitems" or "totalresults" or "totalnum" or "totalrecords"
                when value.ValueKind == JsonValueKind.Number:
                Total ??= value.TryGetInt64(out var total) ? total : null;
                break;
            case "totalpages" or "pagecount" or "pages" or "lastpage" or "totalpage" when value.ValueKind == JsonValueKind.Number:
                Pages ??= value.TryGetInt64(out var pages) ? pages : null;
                break;
        }
    }

    private void AddNext(string? next)
    {
        if (next is null)
        {
            return;
        }

        if (next.Contains('?', StringComparison.Ordinal)
            && (next.StartsWith('/') || next.StartsWith('?') || next.Contains("://", StringComparison.Ordinal)))
        {
            NextUrl ??= next;
        }
        else
        {
            Next ??= next;
        }
    }

    private static string? Text(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number && JsonText.AsText(value) is { Length: > 0 } text ? text : null;
}
