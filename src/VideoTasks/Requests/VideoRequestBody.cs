using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using VideoTasks.Requests;
using VideoTasks.Vendors;

namespace VideoTasks.Generated;

/// <summary>
/// The body of a request as the vendor's document wants it, before it becomes a typed model (which takes what its properties can hold, and the
/// rest as additional data), JSON, multipart or a form. For generated code; may change with any minor version together with VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VideoRequestBody
{
    private readonly JsonObject _members;
    private readonly List<(string Name, VideoInputReference Reference)> _files;
    private readonly Dictionary<string, string> _queries;
    private readonly Dictionary<string, string> _headers;
    private readonly bool _isForm;
    private readonly bool _isDescribed;

    private VideoRequestBody(RequestDraft draft, bool isMultipart, bool isForm)
    {
        (_members, _files, _queries, _headers) = (draft.Members, draft.Files, draft.Queries, draft.Headers);
        (IsMultipart, _isForm, _isDescribed) = (isMultipart, isForm, draft.Fields.Any(field => field.Location == VideoParameterLocation.Body));
    }

    /// <summary>Whether the body is sent as multipart.</summary>
    public bool IsMultipart { get; }

    /// <summary>The body of a request.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="operation">The operation that starts a task.</param>
    /// <param name="request">What to make.</param>
    /// <param name="sourceId">The task that it is made from; null for none.</param>
    /// <exception cref="VideoTaskException">
    /// The vendor has no place for a field of the request, or requires one that nothing gives (<see cref="VideoTaskErrorReason.InvalidRequest"/>).
    /// </exception>
    public static VideoRequestBody Create(
        VideoVendorDescription vendor, VideoOperation operation, VideoTaskRequest request, string? sourceId)
    {
        ArgumentNullException.ThrowIfNull(vendor);
        ArgumentNullException.ThrowIfNull(request);
        var description = vendor.Operations.First(candidate => candidate.Operation == operation);
        var source = operation == VideoOperation.Create ? null : sourceId;
        var errors = new RequestErrors(vendor, description, source);
        errors.ThrowIfNoNumber(request.Seconds);
        errors.ThrowIfNoKey(request.IdempotencyKey);
        var isMultipart = description.Forms == VideoRequestForms.Multipart
            || (description.Forms == VideoRequestForms.JsonOrMultipart && request.InputReferences.Any(reference => reference.IsUploaded));
        var fields = DefaultRequestFields.Complete(description.Request);
        var drafts = fields.Select(field => field.Alternative).Distinct().OfType<int>().Order().Select(number => (int?)number).DefaultIfEmpty(null)
            .Select(number => RequestDraft.Create(request, source, fields, number, isMultipart)).ToList();
        var draft = drafts.Find(candidate => candidate.Faults == 0) ?? throw errors.Of(drafts);
        return new(draft, isMultipart, description.Forms == VideoRequestForms.Form);
    }

    /// <summary>Takes a member out of the body when it is a text.</summary>
    public bool TryTake(string name, out string? value) => Take(name, TryPeek(name, out value));

    /// <summary>Takes a member out of the body when it fits.</summary>
    public bool TryTake(string name, out int value)
    {
        value = 0;
        return Take(name, _members[name] is JsonValue member && member.GetValueKind() == JsonValueKind.Number && member.TryGetValue(out value));
    }

    /// <summary>Takes a member out of the body when it fits.</summary>
    public bool TryTake(string name, out long value)
    {
        value = 0;
        return Take(name, _members[name] is JsonValue member && member.GetValueKind() == JsonValueKind.Number && member.TryGetValue(out value));
    }

    /// <summary>Takes a member out of the body when it is a number.</summary>
    public bool TryTake(string name, out double value)
    {
        value = 0;
        return Take(name, _members[name] is JsonValue member && member.GetValueKind() == JsonValueKind.Number
            && double.TryParse(member.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out value));
    }

    /// <summary>Takes a member out of the body when it is true or false.</summary>
    public bool TryTake(string name, out bool value)
    {
        value = _members[name] is JsonValue member && member.GetValueKind() == JsonValueKind.True;
        return Take(name, _members[name]?.GetValueKind() is JsonValueKind.True or JsonValueKind.False);
    }

    /// <summary>Reads a member of the body that is a text.</summary>
    public bool TryPeek(string name, out string? value)
    {
        value = _members[name] is JsonValue member && member.GetValueKind() == JsonValueKind.String ? member.GetValue<string>() : null;
        return value is not null;
    }

    /// <summary>Whether the body still has a member, by its name in lower case, letters and digits only.</summary>
    public bool Has(string name) =>
        _members.Any(member => string.Concat(member.Key.Where(char.IsLetterOrDigit)).Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes a member out of the body.</summary>
    public void Drop(string name) => _members.Remove(name);

    /// <summary>Moves what is left into the additional data of a typed model.</summary>
    public void MoveRest(IDictionary<string, object> additionalData)
    {
        ArgumentNullException.ThrowIfNull(additionalData);
        foreach (var (name, value) in _members)
        {
            additionalData[name] = Untyped(value);
        }

        _members.Clear();
    }

    /// <summary>
    /// The texts of the body as multipart, for a typed method that wants one. <see cref="Write"/> then puts the whole body in its place, with its
    /// files.
    /// </summary>
    public MultipartBody ToMultipart(IRequestAdapter adapter)
    {
        var body = new MultipartBody { RequestAdapter = adapter };
        foreach (var (name, mediaType, text) in Texts())
        {
            body.AddOrReplacePart(name, mediaType, text);
        }

        foreach (var (name, reference) in _files)
        {
            body.AddOrReplacePart(name, InputFiles.MediaTypeOf(reference), Array.Empty<byte>(), InputFiles.NameOf(reference));
        }

        return body;
    }

    /// <summary>Makes this the body of a request, whatever body it has.</summary>
    public void Write(RequestInformation request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsMultipart)
        {
            var upload = new MultipartUpload(Texts(), _files);
            request.Headers.Remove("Content-Type");
            request.SetStreamContent(upload, $"multipart/form-data; boundary={upload.Boundary}");
        }
        else if (_isForm)
        {
            var form = string.Join('&', Texts().Select(text => $"{Uri.EscapeDataString(text.Name)}={Uri.EscapeDataString(text.Text)}"));
            request.Headers.Remove("Content-Type");
            request.SetStreamContent(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(form)), "application/x-www-form-urlencoded");
        }
        else if (_isDescribed || _members.Count > 0)
        {
            VideoRequestValues.SetJson(request, _members);
        }
    }

    /// <summary>Sets the headers that the request gives.</summary>
    public void WriteHeaders(RequestInformation request)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (var (name, text) in _headers)
        {
            request.Headers.Remove(name);
            request.Headers.Add(name, text);
        }
    }

    /// <summary>Sets the parameters of the query that the request gives.</summary>
    public void WriteQuery(RequestInformation request)
    {
        foreach (var (name, text) in _queries)
        {
            VideoRequestValues.SetQuery(request, name, text);
        }
    }

    // Each member is a part, texts as they are, anything else as JSON.
    private IEnumerable<(string Name, string MediaType, string Text)> Texts() => _members.Select(member => (
        member.Key,
        member.Value is JsonObject or JsonArray ? "application/json" : "text/plain",
        member.Value is JsonValue value
            && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : member.Value?.ToJsonString() ?? "null"));

    private static UntypedNode Untyped(JsonNode? node) => node switch
    {
        null => new UntypedNull(),
        JsonObject map => new UntypedObject(map.ToDictionary(member => member.Key, member => Untyped(member.Value), StringComparer.Ordinal)),
        JsonArray list => new UntypedArray(list.Select(Untyped).ToList()),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => new UntypedString(node.GetValue<string>()),
            JsonValueKind.True => new UntypedBoolean(true),
            JsonValueKind.False => new UntypedBoolean(false),
            _ when long.TryParse(node.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
                new UntypedLong(whole),
            _ => new UntypedDouble(double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture)),
        },
    };

    private bool Take(string name, bool fits)
    {
        if (fits)
        {
            _members.Remove(name);
        }

        return fits;
    }
}
