using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoTasks.Tasks;

/// <summary>
/// The members of an object that is to become one of the library's. Their names are compared without case; what has another type than it should is
/// a <see cref="JsonException"/> that names the member.
/// </summary>
internal readonly struct JsonMembers
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1024 };

    private static readonly JsonDocumentOptions WithoutDuplicates = Options with { AllowDuplicateProperties = false };

    private readonly string _what;
    private readonly Dictionary<string, JsonElement> _members;

    private JsonMembers(string what, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"The JSON of {what} is no object.");
        }

        (_what, _members) = (what, new(StringComparer.OrdinalIgnoreCase));
        try
        {
            foreach (var member in element.EnumerateObject())
            {
                _members[member.Name] = member.Value;
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException($"The JSON of {what} has a name that is no text: half of a surrogate pair.", exception);
        }
    }

    /// <param name="what">What it is to become, for messages: <c>a task</c>.</param>
    /// <param name="element">The object.</param>
    public static JsonMembers Of(string what, JsonElement element) => new(what, element);

    /// <summary>The object that a reader stands at.</summary>
    public static JsonMembers Of(string what, ref Utf8JsonReader reader) => new(what, JsonElement.ParseValue(ref reader));

    /// <summary>The object that a text is.</summary>
    public static JsonMembers Of(string what, string json) => new(what, JsonElement.Parse(json, Options));

    /// <summary>A member; undefined when there is none, or when it is null.</summary>
    public JsonElement this[string name] => _members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : default;

    public string? Text(string name)
    {
        try
        {
            return Find(name, JsonValueKind.String, "a text")?.GetString();
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException($"'{name}' of {_what} is no text: it has half of a surrogate pair.", exception);
        }
    }

    public double? Number(string name) => Find(name, JsonValueKind.Number, "a number") is not { } value ? null
        : value.TryGetDouble(out var number) && double.IsFinite(number) ? number
        : throw Wrong(name, "a number");

    public int? Whole(string name) => Find(name, JsonValueKind.Number, "a whole number") is not { } value ? null
        : value.TryGetInt32(out var number) ? number
        : throw Wrong(name, "a whole number");

    public DateTimeOffset? Time(string name) => Find(name, JsonValueKind.String, "a time") is not { } value ? null
        : value.TryGetDateTimeOffset(out var time) ? time
        : throw Wrong(name, "a time such as 2026-07-01T12:00:00Z");

    public byte[]? Bytes(string name) => Find(name, JsonValueKind.String, "a text in base64") is not { } value ? null
        : value.TryGetBytesFromBase64(out var bytes) ? bytes
        : throw Wrong(name, "a text in base64");

    public JsonMembers? Object(string name) =>
        this[name] is { ValueKind: not JsonValueKind.Undefined } value ? new($"{name} of {_what}", value) : null;

    public IEnumerable<JsonElement> Items(string name) => Find(name, JsonValueKind.Array, "a list")?.EnumerateArray().ToList() ?? [];

    /// <summary>A member as an object that can be changed.</summary>
    public JsonObject? Node(string name) => Find(name, JsonValueKind.Object, "an object") is not { } value ? null
        : (JsonObject)JsonNode.Parse(value.GetRawText(), documentOptions: WithoutDuplicates)!;

    private JsonElement? Find(string name, JsonValueKind kind, string expected) => this[name] is not { ValueKind: not JsonValueKind.Undefined } value
        ? null
        : value.ValueKind == kind ? value : throw Wrong(name, expected);

    private JsonException Wrong(string name, string expected) => new($"'{name}' of {_what} is not {expected}.");
}
