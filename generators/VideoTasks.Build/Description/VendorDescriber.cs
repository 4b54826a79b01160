using System.Globalization;
using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition;
using VideoTasks.Build.Recognition.Fields;
using VideoTasks.Build.Recognition.Hints;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Description;

/// <summary>
/// Writes the vendor description: all that the source generator needs to know of a document, as text that depends on nothing but the document,
/// its overlays and the lock entry.
/// </summary>
internal sealed class VendorDescriber
{
    /// <summary>The form of the text. The source generator refuses another one.</summary>
    public const string FormatVersion = "2";

    private readonly SourceDocument _document;
    private readonly VendorFacts _facts;
    private readonly SchemaReader _schemas;
    private readonly IReadOnlyList<DocumentOperation> _all;
    private readonly VideoHints _hints;
    private readonly RecognizedOperations _recognized;
    private readonly OperationFields _fields;
    private readonly DescriptionText _text = new();
    private readonly List<string> _files = [];
    private readonly Dictionary<RecognizedOperation, IReadOnlyList<RecognizedParameter>> _parameters = [];

    private VendorDescriber(SourceDocument document, VendorFacts facts)
    {
        (_document, _facts) = (document, facts);
        _schemas = new SchemaReader(document.Root);
        _all = DocumentOperation.ReadAll(document.Root, _schemas);
        _hints = VideoHintReader.Read(document.Root, _all);
        _recognized = OperationRecognizer.Recognize(_schemas, _all, OperationHints.Read(document.Root));
        _fields = new OperationFields(_schemas, _hints, _recognized);
    }

    /// <summary>The description of a vendor. Problems of the document are part of it, so it never fails for what a document says.</summary>
    public static string Describe(SourceDocument document, VendorFacts facts)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new VendorDescriber(document, facts).Write();
    }

    private string Write()
    {
        _files.AddRange(_document.Files.Select(Relative).Distinct(StringComparer.Ordinal));
        var security = _hints.Security ?? SecurityRecognizer.Recognize(_document.Root, _recognized.Operations.Count > 0 ? _recognized.Operations.Select(o => o.Operation) : _all);
        foreach (var operation in _recognized.Operations)
        {
            _parameters[operation] = ParameterValues.Of(_schemas, operation, _hints, security);
        }

        ParameterValues.Share(_parameters);
        new DocumentDoubts(_schemas, _hints, _recognized, _fields).Report(security, _parameters);

        _text.Record("videotasks-vendor", ("version", FormatVersion));
        _text.Record("vendor", ("name", _facts.Name), ("title", _document.Root.Object("info").Text("title")), ("namespace", _facts.ClientNamespace), ("class", _facts.ClientClass));
        _text.Record("document", ("path", _facts.DocumentPath), ("hash", _facts.DocumentHash));
        foreach (var file in _files)
        {
            _text.Record("file", ("path", file));
        }

        if (ServerUrl.Of(_document.Root, _recognized, _hints.BaseUrl) is { } url)
        {
            _text.Record("server", ("url", url));
        }

        _text.Record("auth", ("in", security.Location), ("name", security.Name), ("scheme", security.Scheme), ("reason", security.Reason), ("at", At(security.Node)));
        WriteHints();
        foreach (var operation in _recognized.Operations)
        {
            WriteOperation(operation);
        }

        foreach (var refused in _recognized.Refused)
        {
            _text.Record("refused", ("method", refused.Operation.Method), ("path", refused.Operation.Path), ("role", refused.Role?.ToString()), ("reason", refused.Reason), ("at", At(refused.Operation.Node)));
        }

        foreach (var problem in _hints.Problems)
        {
            _text.Record("problem", ("id", problem.Id), ("at", At(problem.Node ?? _document.Root)));
            _text.Children(() => Array.ForEach(problem.Arguments, a => _text.Record("argument", ("value", a))));
        }

        return _text.ToString();
    }

    private void WriteHints()
    {
        if (_hints.PollInterval is { } seconds)
        {
            _text.Record("poll", ("seconds", seconds.ToString("R", CultureInfo.InvariantCulture)));
        }

        if (_hints.IsIdempotent)
        {
            _text.Record("idempotent");
        }

        if (_hints.ContentUrlNeedsKey)
        {
            _text.Record("content-url", ("needs-key", "true"));
        }

        if (_fields.ContentIdPointer is { } contentId)
        {
            _text.Record("content-id", ("pointer", contentId));
        }

        if (_fields.ItemsPointer is { } items)
        {
            _text.Record("items", ("pointer", items));
        }

        foreach (var (word, status, node) in _hints.StatusWords)
        {
            _text.Record("status", ("word", word), ("status", status), ("at", At(node)));
        }

        foreach (var (field, unit) in _hints.FieldUnits)
        {
            _text.Record("unit", ("field", field), ("unit", unit));
        }

        foreach (var (field, pointer, node) in _fields.RawPointers)
        {
            _text.Record("pointer", ("field", field), ("pointer", pointer), ("at", At(node)));
        }
    }

    private void WriteOperation(RecognizedOperation recognized)
    {
        var operation = recognized.Operation;
        _text.Record(
            "operation", ("role", recognized.Role.ToString()), ("method", operation.Method), ("path", operation.Path), ("id-in", recognized.Id?.Location), ("id-name", recognized.Id?.Name),
            ("reason", recognized.Reason), ("at", At(operation.Node)));
        _text.Children(() =>
        {
            foreach (var media in operation.ResponseMedia)
            {
                _text.Record("answer", ("media", media));
            }

            foreach (var parameter in operation.Parameters.Where(p => p.Location is "query"))
            {
                _text.Record("parameter", ("name", parameter.Name), ("type", _schemas.TypeOf(parameter.Node.Value("schema"))));
            }

            foreach (var media in operation.RequestMedia)
            {
                _text.Record("body", ("media", media));
            }

            foreach (var field in _fields.Of(recognized))
            {
                WriteField(field);
            }

            foreach (var field in _fields.RequestOf(recognized))
            {
                _text.Record("request", ("name", field.Name), ("pointer", field.Pointer), ("type", field.Type), ("separator", field.Separator), ("suffix", field.Suffix), ("at", At(field.Node)));
                _text.Children(() => field.Shapes.Select(s => s.Split(' ', 2)).ToList().ForEach(s => _text.Record("shape", ("value", s[0]), ("model", s.Length > 1 ? s[1] : null))));
            }

            foreach (var parameter in _parameters[recognized])
            {
                _text.Record(parameter.Location, ("name", parameter.Name), ("value", parameter.Value), ("reason", parameter.Reason), ("at", At(parameter.Node)));
            }

            if (recognized.Role == VideoRole.List)
            {
                var paging = ListPaging.Of(_schemas, operation);
                _text.Record("paging", ("style", paging.Style), ("next", paging.Next), ("size", paging.Size), ("first", paging.First.ToString(CultureInfo.InvariantCulture)));
            }

            foreach (var (pointer, value) in _fields.ConstantsOf(recognized))
            {
                _text.Record("constant", ("pointer", pointer), ("json", value.ToJsonString()));
            }
        });
    }

    private void WriteField(RecognizedField field)
    {
        _text.Record(
            "field", ("name", field.Name), ("pointer", field.Pointer), ("type", field.Type), ("format", field.Format), ("reason", field.Reason),
            ("lost", field.Lost.Count > 0 ? string.Join(", ", field.Lost) : null), ("at", At(field.Node)));
        _text.Children(() =>
        {
            foreach (var word in field.Words)
            {
                _text.Record("word", ("value", word.Word), ("at", At(word.Node)));
                _text.Children(() => word.Labels.ToList().ForEach(l => _text.Record("label", ("value", l))));
            }
        });
    }

    private string? At(JsonNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var position = _document.Positions.Find(_schemas.OriginOf(node));
        var file = Relative(position.File);
        if (!_files.Contains(file))
        {
            // An overlay's file that the document doesn't list itself: its number is not in the text, so the first file stands for it.
            file = _files.Count > 0 ? _files[0] : file;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Math.Max(_files.IndexOf(file), 0)}:{Math.Max(position.Line, 1)}:{Math.Max(position.Column, 1)}");
    }

    private string Relative(string file)
    {
        if (_facts.Root.Length == 0 || !Path.IsPathRooted(file))
        {
            return file.Replace('\\', '/');
        }

        var relative = Path.GetRelativePath(_facts.Root, file);
        return relative.Replace('\\', '/');
    }
}
