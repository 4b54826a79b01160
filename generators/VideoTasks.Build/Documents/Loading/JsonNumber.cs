using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>Number nodes that keep the number as it is written (<c>1.0</c> stays <c>1.0</c>).</summary>
internal sealed class JsonNumber
{
    private readonly Dictionary<string, JsonElement> _elements = new(StringComparer.Ordinal);

    /// <summary>The node of a number in JSON's notation.</summary>
    public JsonNode Create(string text)
    {
        if (!_elements.TryGetValue(text, out var element))
        {
            using var document = JsonDocument.Parse(text);
            element = document.RootElement.Clone();
            _elements.Add(text, element);
        }

        return JsonValue.Create(element)!;
    }
}
