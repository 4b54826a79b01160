using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition;
using VideoTasks.Build.Recognition.Fields;
using VideoTasks.Build.Recognition.Hints;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Requests;

namespace VideoTasks.Build.Description;

/// <summary>
/// Describes a vendor: all that the source generator needs to know of a document, which depends on nothing but the document, its overlays and
/// the lock entry.
/// </summary>
internal sealed class VendorDescriber
{
    private readonly RecognizedVendor _vendor;
    private readonly VendorFacts _facts;
    private readonly List<string> _files;

    private VendorDescriber(RecognizedVendor vendor, VendorFacts facts)
    {
        (_vendor, _facts) = (vendor, facts);
        _files = [.. vendor.Document.Files.Select(Relative).Distinct(StringComparer.Ordinal)];
    }

    public static VendorDescription Describe(RecognizedVendor vendor, VendorFacts facts)
    {
        ArgumentNullException.ThrowIfNull(vendor);
        return new VendorDescriber(vendor, facts).Describe();
    }

    private VendorDescription Describe()
    {
        var (hints, fields, security) = (_vendor.Hints, _vendor.Fields, _vendor.Security);
        return new VendorDescription
        {
            Name = _facts.Name,
            Title = _vendor.Document.Root.Object("info").Text("title"),
            ClientNamespace = _facts.ClientNamespace,
            ClientClass = _facts.ClientClass,
            DocumentPath = _facts.DocumentPath,
            DocumentHash = _facts.DocumentHash,
            Files = new(_files),
            ServerUrl = _vendor.ServerUrl,
            Key = new(security.Location, security.Name, security.Scheme, security.Reason, PlaceOf(security.Node)),
            PollSeconds = hints.PollInterval,
            IsIdempotent = hints.IsIdempotent,
            ContentUrlNeedsKey = hints.ContentUrlNeedsKey,
            ContentIdPointer = fields.ContentIdPointer,
            ItemsPointer = fields.ItemsPointer,
            StatusWords = Array(hints.StatusWords, w => new DescribedStatusWord(w.Word, w.Status, PlaceOf(w.Node))),
            Units = Array(hints.FieldUnits, u => new DescribedUnit(u.Key, u.Value)),
            Pointers = Array(fields.RawPointers, p => new DescribedPointer(p.Field, p.Pointer, PlaceOf(p.Node))),
            Operations = Array(_vendor.Operations.Operations, Operation),
            Refused = Array(_vendor.Operations.Refused, Refusal),
            Problems = Array(_vendor.Problems, Problem),
        };
    }

    private DescribedOperation Operation(RecognizedOperation recognized)
    {
        var operation = recognized.Operation;
        var id = recognized.Id is { } place ? new DescribedId(place.Location, place.Name) : null;
        var queries = operation.Parameters.Where(p => p.IsIn(ParameterLocation.Query));
        return new(recognized.Role, operation.Method, operation.Path, id, recognized.Reason, PlaceOf(operation.Node))
        {
            Answers = new(operation.ResponseMedia),
            Queries = Array(queries, p => new DescribedQuery(p.Name, _vendor.Schemas.TypeOf(p.Node.Value("schema")), p.Required)),
            Bodies = new(operation.RequestMedia),
            Fields = Array(_vendor.Fields.Of(recognized), Field),
            Request = Array(_vendor.Requests.GetValueOrDefault(recognized, []), Request),
            Parameters = Array(_vendor.Parameters[recognized], p => new DescribedParameter(p.Location, p.Name, p.Value, p.Reason, PlaceOf(p.Node))),
            Paging = recognized.Role == VideoRole.List ? Paging(ListPaging.Of(_vendor.Schemas, operation)) : null,
        };
    }

    private DescribedField Field(RecognizedField field)
    {
        var lost = field.Lost.Count > 0 ? string.Join(", ", field.Lost) : null;
        return new(field.Name, field.Pointer, field.Type, field.Format, field.Reason, lost, PlaceOf(field.Node))
        {
            Words = Array(field.Words, w => new DescribedWord(w.Word, PlaceOf(w.Node), new(w.Labels))),
        };
    }

    private DescribedRequestField Request(RecognizedRequestField field) =>
        new(field.Name, field.Pointer, field.Type, field.Reason, PlaceOf(field.Node))
    {
        Location = field.Location,
        Separator = field.Separator,
        Suffix = field.Suffix,
        Unit = field.Unit,
        IsRequired = field.IsRequired,
        Json = field.Value?.ToJsonString(),
        Alternative = field.Alternative,
        Words = field.Alternative is null ? default : new(field.Words),
        Shapes = Array(field.Shapes.Select(s => s.Split(' ', 2)), s => new DescribedShape(s[0], s.Length > 1 ? s[1] : null)),
    };

    private DescribedRefusal Refusal(RejectedOperation refused) =>
        new(refused.Operation.Method, refused.Operation.Path, refused.Role, refused.Reason, PlaceOf(refused.Operation.Node));

    private DescribedProblem Problem(HintProblem problem) =>
        new(problem.Id, PlaceOf(problem.Node ?? _vendor.Document.Root), new(problem.Arguments));

    private static DescribedPaging Paging(ListPaging paging) => new(paging.Style, paging.Next, paging.Size, paging.First);

    private static EquatableArray<TTo> Array<TFrom, TTo>(IEnumerable<TFrom> items, Func<TFrom, TTo> convert)
        where TTo : IEquatable<TTo> => new(items.Select(convert));

    private DescribedPlace? PlaceOf(JsonNode? node)
    {
        if (node is null)
        {
            return null;
        }

        // An overlay's file that the document doesn't list has no number: the first file stands for it.
        var position = _vendor.PositionOf(node);
        return new(Math.Max(_files.IndexOf(Relative(position.File)), 0), Math.Max(position.Line, 1), Math.Max(position.Column, 1));
    }

    private string Relative(string file)
    {
        var path = _facts.Root.Length == 0 || !Path.IsPathRooted(file) ? file : Path.GetRelativePath(_facts.Root, file);
        return path.Replace('\\', '/');
    }
}
