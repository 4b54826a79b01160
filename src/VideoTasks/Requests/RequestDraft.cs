using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Generated;
using VideoTasks.Json;
using VideoTasks.Vendors;
using VideoTasks.Vocabulary;

namespace VideoTasks.Requests;

/// <summary>A request as one body of the vendor would hold it, with all that this body could not take.</summary>
internal sealed class RequestDraft
{
    private readonly VideoTaskRequest _request;
    private readonly IReadOnlyList<VideoRequestField> _fields;
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);

    private RequestDraft(VideoTaskRequest request, IReadOnlyList<VideoRequestField> fields) => (_request, _fields) = (request, fields);

    public JsonObject Members { get; } = [];

    public List<(string Name, VideoInputReference Reference)> Files { get; } = [];

    public Dictionary<string, string> Queries { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields of the request that have no place.</summary>
    public List<string> Unplaced { get; } = [];

    /// <summary>The fields that the vendor requires and nothing gives.</summary>
    public List<VideoRequestField> Missing { get; } = [];

    /// <summary>The values that this body can't have.</summary>
    public List<string> Unfit { get; } = [];

    public int Faults => Unplaced.Count + Missing.Count + Unfit.Count;

    /// <summary>The vendor's fields of this body.</summary>
    public IReadOnlyList<VideoRequestField> Fields => _fields;

    /// <param name="request">What to make.</param>
    /// <param name="sourceId">The task that it is made from; null for none.</param>
    /// <param name="all">The fields of all bodies.</param>
    /// <param name="alternative">The body's number; null where there is one.</param>
    /// <param name="isMultipart">Whether it is sent as multipart.</param>
    public static RequestDraft Create(
        VideoTaskRequest request, string? sourceId, IReadOnlyList<VideoRequestField> all, int? alternative, bool isMultipart)
    {
        var draft = new RequestDraft(request, [.. all.Where(field => field.Alternative is null || field.Alternative == alternative)]);
        draft.Fill(sourceId, isMultipart);
        draft.AddOwn(all);
        draft.CheckRequired();
        draft.CheckPlaces(sourceId);
        draft.CheckWords();
        return draft;
    }

    private static bool IsInBody(VideoRequestField field) => field.Location == VideoParameterLocation.Body;

    private static string ParentOf(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];

    private void Fill(string? sourceId, bool isMultipart)
    {
        var values = _fields.Where(field => field.Name is not null and not VideoRequestFieldName.InputReference)
            .Select(field => (Field: field, Value: RequestValue.Of(field, _request, sourceId))).Where(pair => pair.Value is not null).ToList();
        _sent.UnionWith(values.Where(pair => IsInBody(pair.Field)).Select(pair => pair.Field.Path));
        var references = _request.InputReferences.Count > 0
            ? _fields.FirstOrDefault(field => field.Name == VideoRequestFieldName.InputReference)
            : null;
        if (references is not null && IsInBody(references))
        {
            _sent.Add(references.Path + "/");
        }

        foreach (var constant in _fields.Where(
            field => IsInBody(field) && field.Json is not null && !_sent.Contains(field.Path) && IsInUse(ParentOf(field.Path))))
        {
            RequestPointer.Set(Members, constant.Path, JsonNode.Parse(constant.Json!));
        }

        foreach (var (field, value) in values)
        {
            if (IsInBody(field))
            {
                RequestPointer.Set(Members, field.Path, value);
            }
            else if (field.Location == VideoParameterLocation.Query)
            {
                Queries[field.Path] = RequestValue.TextOf(value);
            }
            else if (field.Location == VideoParameterLocation.Header)
            {
                Headers[field.Path] = RequestValue.TextOf(value);
            }
        }

        if (references is not null && InputReferences.Write(this, references, _request, isMultipart) is { } fault)
        {
            Unplaced.Add(fault);
        }
    }

    // What a caller gives by the vendor's own names wins.
    private void AddOwn(IReadOnlyList<VideoRequestField> all)
    {
        foreach (var (name, value) in _request.AdditionalProperties ?? [])
        {
            var path = "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            if (_fields.Any(field => field.Location == VideoParameterLocation.Query && field.Path == name)
                && !_fields.Any(field => IsInBody(field) && field.Path == path))
            {
                Queries[name] = RequestValue.TextOf(value);
                continue;
            }

            Merge(Members, name, value);
            Files.RemoveAll(file => file.Name == name);
            if (all.Any(field => IsInBody(field) && field.Path == path) && !_fields.Any(field => IsInBody(field) && field.Path == path))
            {
                Unfit.Add(name);
            }
        }
    }

    private static void Merge(JsonObject target, string name, JsonNode? value)
    {
        if (value is JsonObject members && target[name] is JsonObject known)
        {
            foreach (var (inner, own) in members)
            {
                Merge(known, inner, own);
            }
        }
        else
        {
            target[name] = value?.DeepClone();
        }
    }

    private void CheckRequired()
    {
        foreach (var field in _fields.Where(field => field.IsRequired && !Has(field)))
        {
            if (field.Json is not null && field.Location == VideoParameterLocation.Query)
            {
                Queries[field.Path] = RequestValue.TextOf(JsonNode.Parse(field.Json));
            }
            else if (!IsLeftToVendor(field)
                && (field.Location == VideoParameterLocation.Query
                    || (IsInBody(field) && IsInUse(ParentOf(field.Path)) && !HasRequiredInside(field))))
            {
                Missing.Add(field);
            }
        }
    }

    // Gateways choose a model although the documents that they copy require one; those that don't say so, and bill nothing.
    private static bool IsLeftToVendor(VideoRequestField field) => field.Name == VideoRequestFieldName.Model;

    private bool Has(VideoRequestField field) => field.Location switch
    {
        VideoParameterLocation.Query => Queries.TryGetValue(field.Path, out var text) && !IsBlankPrompt(field, text),
        VideoParameterLocation.Body =>
            (RequestPointer.Find(Members, field.Path) is { } found
                && !IsBlankPrompt(field, found.GetValueKind() == JsonValueKind.String ? found.GetValue<string>() : null))
            || Files.Exists(file => "/" + file.Name == field.Path),
        _ => true,
    };

    private static bool IsBlankPrompt(VideoRequestField field, string? text) =>
        field.Name == VideoRequestFieldName.Prompt && text is not null && string.IsNullOrWhiteSpace(text);

    private bool HasRequiredInside(VideoRequestField holder) =>
        _fields.Any(field => field.IsRequired && IsInBody(field) && field.Path.StartsWith(holder.Path + "/", StringComparison.Ordinal));

    // Whether an object of the body is sent: something is in it, or it is required.
    private bool IsInUse(string holder) => holder.Length == 0
        || _sent.Any(path => path.StartsWith(holder + "/", StringComparison.Ordinal))
        || RequestPointer.Find(Members, holder) is not null
        || (holder.EndsWith("/0", StringComparison.Ordinal) && IsInUse(ParentOf(holder)))
        || (_fields.Any(field => field.IsRequired && IsInBody(field) && field.Path == holder) && IsInUse(ParentOf(holder)));

    private void CheckPlaces(string? sourceId)
    {
        Check(!string.IsNullOrEmpty(_request.Prompt), VideoRequestFieldName.Prompt);
        Check(!string.IsNullOrEmpty(_request.Model), VideoRequestFieldName.Model);
        Check(_request.Seconds is not null, VideoRequestFieldName.Seconds);
        Check(_request.InputReferences.Count > 0, VideoRequestFieldName.InputReference);
        Check(sourceId is not null, VideoRequestFieldName.SourceId);
        if (_request.Size is { Length: > 0 }
            && !HasPlace(VideoRequestFieldName.Size)
            && !(HasPlace(VideoRequestFieldName.Width) && HasPlace(VideoRequestFieldName.Height)))
        {
            Check(true, VideoRequestFieldName.Size, VideoRequestFieldName.Width, VideoRequestFieldName.Height);
        }
        else if (_request.Size is { Length: > 0 } size
            && !HasPlace(VideoRequestFieldName.Size)
            && RequestValue.FrameSize(size) is null
            && !IsGivenByName(VideoRequestFieldName.Size, VideoRequestFieldName.Width, VideoRequestFieldName.Height))
        {
            Unplaced.Add($"the size '{size}', which is no width and height such as 1280x720,");
        }
    }

    private void Check(bool isGiven, VideoRequestFieldName name, params VideoRequestFieldName[] others)
    {
        if (isGiven && !HasPlace(name) && !IsGivenByName([name, .. others]))
        {
            Unplaced.Add(RequestWords.Of(name));
        }
    }

    private bool HasPlace(VideoRequestFieldName name) => _fields.Any(field => field.Name == name);

    private bool IsGivenByName(params VideoRequestFieldName[] names) =>
        IsGivenByName(
            _request.AdditionalProperties, RequestNames.Rows.Where(row => names.Contains(row.Field))
                .Select(row => row.Name)
                .ToHashSet(StringComparer.Ordinal));

    private static bool IsGivenByName(JsonNode? node, HashSet<string> names) => node switch
    {
        JsonObject map =>
            map.Any(
                member => names.Contains(NameComparer.Normalize(member.Key))
                    || IsGivenByName(member.Value, names)),
        JsonArray list => list.Any(item => IsGivenByName(item, names)),
        _ => false,
    };

    private void CheckWords() => Unfit.AddRange(_fields
        .Where(field => field.Words.Count > 0 && IsInBody(field) && RequestPointer.Find(Members, field.Path) is JsonValue value
            && value.GetValueKind() == JsonValueKind.String && !field.Words.Contains(value.GetValue<string>()))
        .Select(field => $"{RequestWords.Of(field)} '{RequestPointer.Find(Members, field.Path)}'"));
}
