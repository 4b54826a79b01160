using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Build.Recognition.Hints;

/// <summary>Where a hint may stand.</summary>
[Flags]
internal enum HintPlaces
{
    Root = 1,
    PathItem = 2,
    Operation = 4,
}

/// <summary>A hint.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Places">Where it may stand.</param>
/// <param name="Value">What it takes.</param>
/// <param name="Set">What it does, at the root, when it is valid; the others are read where they are wanted.</param>
internal sealed record HintRow(string Name, HintPlaces Places, HintValue Value, Action<VideoHints, JsonNode>? Set = null);

/// <summary>All hints.</summary>
internal static class HintTable
{
    private const double LongestPollSeconds = 86400;

    // YAML 1.2 reads them as text; whoever writes them means a boolean, and no header.
    private static readonly HashSet<string> BooleanWords =
        new(["yes", "no", "on", "off", "y", "n", "true", "false"], StringComparer.OrdinalIgnoreCase);

    private static readonly HintScalar Pointer =
        new(n => n.AsText() is { } text && HintWords.IsPointer(text), "it is a JSON Pointer such as /data/items");

    private static readonly HintScalar Flag = new(n => n.AsBoolean() is not null, "it is true or false");

    private static readonly HintScalar Status = new(
        n => HintWords.Statuses.ContainsKey(NameComparer.Normalize(n.AsText() ?? "")),
        "a status is unknown, queued, in_progress, completed, failed, cancelled or expired");

    private static readonly HintScalar Shape = new(
        n => InputShape.ReadHint(n).Count > 0, $"a shape of an input reference is {InputShape.Known}, alone or in a map from model names");

    public static IReadOnlyList<HintRow> Rows { get; } =
    [
        new(
            "x-video-operations", HintPlaces.Root, new HintMap(
                RoleFault, _ => OperationKey(), "it is a map of roles to operations such as 'GET /v1/videos/{id}'")),
        new(
            "x-video-operation", HintPlaces.Operation, new HintScalar(
                n => n.AsText() is { } word && RoleFault(word) is null, $"a role is {HintWords.Roles}")),
        new(
            "x-video-id", HintPlaces.Operation,
            new HintScalar(n => n.AsText() is { Length: > 0 }, "it is path:NAME, query:NAME, body:NAME or the name of a parameter")),
        new("x-video-status", HintPlaces.Root, new HintMap(_ => null, _ => Status, "it is a map of the vendor's words to statuses"), SetStatus),
        new(
            "x-video-fields", HintPlaces.Root | HintPlaces.PathItem | HintPlaces.Operation,
            new HintMap(FieldFault, AnswerField, "it is a map of canonical fields to JSON Pointers")),
        new("x-video-units", HintPlaces.Root, new HintMap(FieldFault, UnitOf, "it is a map of canonical fields to units")),
        new(
            "x-video-auth", HintPlaces.Root, new HintEither(
                n => n is not JsonObject, new HintScalar(n => n.AsText() is "none", Auth), Key()), SetAuth),
        new("x-video-headers", HintPlaces.Root | HintPlaces.Operation, Texts("x-video-headers", "it is a map of header names to texts in ASCII")),
        new("x-video-query", HintPlaces.Root | HintPlaces.Operation, Texts("x-video-query", "it is a map of parameter names to texts")),
        new("x-video-path", HintPlaces.Root | HintPlaces.Operation, Texts("x-video-path", "it is a map of parameter names to texts")),
        new(
            "x-video-base-url", HintPlaces.Root,
            new HintScalar(
                n => IsBaseUrl(n.AsText()),
                "it is an http or https URL, or a path that replaces that of the server"), (h, n) => h.BaseUrl = n.AsText()),
        new(
            "x-video-content-url", HintPlaces.Root,
            new HintObject(
                new Dictionary<string, HintValue> { ["needs-key"] = Flag }, "it takes 'needs-key', true or false") { Required = ["needs-key"] },
            (h, n) => h.ContentUrlNeedsKey = n.Value("needs-key").AsBoolean() ?? false),
        new("x-video-content-id", HintPlaces.Root, Pointer, (h, n) => (h.ContentId, h.ContentIdNode) = (n.AsText(), n)),
        new("x-video-list", HintPlaces.Root, Pointer, (h, n) => h.ItemsPointer = n.AsText()),
        new(
            "x-video-poll-interval", HintPlaces.Root,
            new HintScalar(
                n => n.AsNumber() is > 0 and <= LongestPollSeconds,
                "it is a number of seconds, above 0 and at most 86400"), (h, n) => h.PollInterval = n.AsNumber()),
        new(
            "x-video-idempotent", HintPlaces.Root,
            new HintScalar(
                n => n.AsBoolean() is not null || (n.AsText() is { Length: > 0 } header && header.All(IsToken) && !BooleanWords.Contains(header)),
                "it is true, false or the name of the header that takes an idempotency key"),
            (h, n) => (h.IsIdempotent, h.IdempotencyHeader) = (n.AsBoolean() ?? false, n.AsBoolean() is null ? n.AsText() : null)),
        new(
            "x-video-request", HintPlaces.Root | HintPlaces.PathItem | HintPlaces.Operation,
            new HintMap(RequestFault, RequestMember, "it is a map of canonical request fields to JSON Pointers")),
    ];

    private const string Auth = "it is a map with in, name and scheme, or the word none";

    public static IEnumerable<string> NamesAt(HintPlaces place) => Rows.Where(r => r.Places.HasFlag(place)).Select(r => r.Name);

    private static string? RoleFault(string role) =>
        OperationHints.ParseRole(role) is not null || role.Equals("none", StringComparison.OrdinalIgnoreCase)
        ? null : NearestName.Unknown("role", role, HintWords.RoleNames);

    private static HintScalar OperationKey() =>
        new(n => n.AsText() is { } key && OperationHints.TryParseKey(key, out _, out _), "an operation is written as 'GET /v1/videos/{id}'");

    private static string? FieldFault(string name) =>
        HintWords.Fields.ContainsKey(NameComparer.Normalize(name)) ? null : NearestName.Unknown("canonical field", name, HintWords.FieldNames);

    private static HintEither AnswerField(string name) =>
        Place(new() { ["pointer"] = Pointer, ["unit"] = UnitOf(name) }, $"the place of '{name}' is a JSON Pointer such as /data/status");

    private static HintScalar UnitOf(string name)
    {
        var units = HintWords.UnitsOf(HintWords.Fields[NameComparer.Normalize(name)]);
        return new HintScalar(
            n =>
                n.AsText() is { } unit
                    && (units.Contains(HintWords.UnitOf(unit)!) || (units.Contains(HintWords.Relative) && HintWords.IsOffset(unit))),
            units.Count == 0
                ? $"'{name}' has no unit"
                : $"a unit of '{name}' is {string.Join(", ", units)}{(units.Contains(HintWords.Relative) ? " or an offset such as utc+8" : "")}");
    }

    private static string? RequestFault(string name) => name == "values" || HintWords.RequestFields.ContainsKey(NameComparer.Normalize(name))
        ? null : NearestName.Unknown("canonical field of a request", name, HintWords.RequestFieldNames);

    private static HintValue RequestMember(string name)
    {
        if (name == "values")
        {
            return new HintMap(ValueFault, _ => new HintAny("a value is any JSON but null"), "it is a map of JSON Pointers to JSON");
        }

        var keys = new Dictionary<string, HintValue> { ["pointer"] = Pointer };
        switch (HintWords.RequestFields[NameComparer.Normalize(name)])
        {
            case VideoRequestFieldName.InputReference:
                keys.Add("shape", Shape);
                break;
            case VideoRequestFieldName.Seconds:
                keys.Add("unit", new HintScalar(
                    n => n.AsText() is { } unit
                        && HintWords.Lengths.Contains(HintWords.UnitOf(unit)!), $"a unit of '{name}' is {string.Join(", ", HintWords.Lengths)}"));
                break;
        }

        return Place(keys, $"the place of '{name}' is a JSON Pointer such as /input/prompt");
    }

    private static string? ValueFault(string key) =>
        HintWords.IsPointer(key) ? null : $"'{key}' is no JSON Pointer: did you mean '/{JsonPointer.Escape(key)}'?";

    private static HintEither Place(Dictionary<string, HintValue> keys, string takes) => new(
        n => n is JsonObject,
        new HintObject(keys, takes) { Required = ["pointer"] },
        new HintScalar(n => n.AsText() is { } text && HintWords.IsPointer(text), takes));

    private static HintMap Texts(string hint, string takes) => new(
        name => HintWords.IsSendable(hint, name, "x") ? null : $"'{name}' can't be sent: {takes}",
        name => new HintScalar(n => HintWords.IsSendable(hint, name, n.AsScalar()), takes), takes);

    private static HintObject Key() => new(
        new Dictionary<string, HintValue>
        {
            ["in"] = new HintScalar(n => DescriptionWords.KeyLocations.TryFind(n.AsText() ?? "", out _), "a key goes into the header or the query"),
            ["name"] =
                new HintScalar(
                    n => n.AsText() is { Length: > 0 } name && name.All(IsToken), "it is the name of a header or a parameter of the query"),
            ["scheme"] =
                new HintScalar(
                    n => n.AsText() is { } scheme && scheme.All(IsToken), "it is the word before the key, such as Bearer; none for the key alone"),
        },
        Auth);

    private static bool IsToken(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';

    private static bool IsBaseUrl(string? url) => url is not null
        && (url.StartsWith('/')
        || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase));

    private static void SetStatus(VideoHints hints, JsonNode value) =>
        hints.StatusWords.AddRange(value.AsObject().Select(w => (w.Key, HintWords.Statuses[NameComparer.Normalize(w.Value.AsText()!)], w.Value)));

    private static void SetAuth(VideoHints hints, JsonNode value)
    {
        if (value is not JsonObject)
        {
            hints.NeedsNoKey = true;
            return;
        }

        DescriptionWords.KeyLocations.TryFind(value.Text("in") ?? "header", out var place);
        var scheme = place == ParameterLocation.Query ? "" : value.Text("scheme");
        hints.Security = new(place, value.Text("name") ?? "Authorization", string.IsNullOrEmpty(scheme) ? null : scheme, "x-video-auth", value);
    }
}
