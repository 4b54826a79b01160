using System.Globalization;
using static VideoTasks.Build.Description.Format.DescriptionRecord;
using static VideoTasks.Build.Description.Format.DescriptionWords;

namespace VideoTasks.Build.Description.Format;

/// <summary>An operation of the vendor description and its lines.</summary>
internal static class OperationCodec
{
    public static void Write(DescriptionRecord root, DescribedOperation operation)
    {
        var id = operation.Id;
        var record = root.Add(
            "operation", ("role", Roles[operation.Role]), ("method", operation.Method), ("path", operation.Path),
            ("id-in", id is null ? null : IdLocations[id.Location]), ("id-name", id?.Name), ("reason", operation.Reason), At(operation.Place));
        foreach (var media in operation.Answers)
        {
            record.Add("answer", ("media", media));
        }

        foreach (var query in operation.Queries)
        {
            record.Add("parameter", ("name", query.Name), ("type", query.Type), ("required", query.IsRequired ? "true" : null));
        }

        foreach (var media in operation.Bodies)
        {
            record.Add("body", ("media", media));
        }

        foreach (var field in operation.Fields)
        {
            WriteField(record, field);
        }

        foreach (var field in operation.Request)
        {
            WriteRequest(record, field);
        }

        foreach (var parameter in operation.Parameters)
        {
            record.Add(
                ParameterLocations[parameter.Location],
                ("name", parameter.Name), ("value", parameter.Value), ("reason", parameter.Reason), At(parameter.Place));
        }

        if (operation.Paging is { } paging)
        {
            record.Add(
                "paging", ("style", PagingStyles[paging.Style]), ("next", paging.Next), ("size", paging.Size),
                ("first", paging.First.ToString(CultureInfo.InvariantCulture)));
        }

        foreach (var constant in operation.Constants)
        {
            record.Add("constant", ("pointer", constant.Pointer), ("json", constant.Json));
        }
    }

    public static DescribedOperation Read(DescriptionRecord record)
    {
        var id = record["id-in"] is null ? null : new DescribedId(record.Word("id-in", IdLocations), record.Text("id-name"));
        return new(record.Word("role", Roles), record.Text("method"), record.Text("path"), id, record.Text("reason"), record.Place())
        {
            Answers = record.All("answer", a => a.Text("media")),
            Queries = record.All("parameter", p => new DescribedQuery(p.Text("name"), p.Text("type"), p["required"] == "true")),
            Bodies = record.All("body", b => b.Text("media")),
            Fields = record.All("field", ReadField),
            Request = record.All("request", ReadRequest),
            Parameters = new(record.Children.Select(ReadParameter).OfType<DescribedParameter>()),
            Paging = record.Find("paging") is { } paging
                ? new(paging.Word("style", PagingStyles), paging["next"], paging["size"], paging.Number("first"))
                : null,
            Constants = record.All("constant", c => new DescribedConstant(c.Text("pointer"), c.Text("json"))),
        };
    }

    private static void WriteField(DescriptionRecord operation, DescribedField field)
    {
        var record = operation.Add(
            "field", ("name", Fields[field.Field]), ("pointer", field.Pointer), ("type", field.Type), ("format", field.Format),
            ("reason", field.Reason), ("lost", field.Lost), At(field.Place));
        foreach (var word in field.Words)
        {
            var line = record.Add("word", ("value", word.Word), At(word.Place));
            foreach (var label in word.Labels)
            {
                line.Add("label", ("value", label));
            }
        }
    }

    private static DescribedField ReadField(DescriptionRecord record) => new(
        record.Word("name", Fields), record.Text("pointer"), record.Text("type"), record["format"], record.Text("reason"), record["lost"],
        record.Place())
    {
        Words = record.All("word", w => new DescribedWord(w.Text("value"), w.Place(), w.All("label", l => l.Text("value")))),
    };

    private static void WriteRequest(DescriptionRecord operation, DescribedRequestField field)
    {
        var record = operation.Add(
            "request", ("name", RequestFields[field.Field]), ("pointer", field.Pointer), ("type", field.Type),
            ("separator", field.Separator), ("suffix", field.Suffix), At(field.Place));
        foreach (var shape in field.Shapes)
        {
            record.Add("shape", ("value", shape.Shape), ("model", shape.Model));
        }
    }

    private static DescribedRequestField ReadRequest(DescriptionRecord record) => new(
        record.Word("name", RequestFields), record.Text("pointer"), record.Text("type"), record["separator"], record["suffix"], record.Place())
    {
        Shapes = record.All("shape", s => new DescribedShape(s.Text("value"), s["model"])),
    };

    private static DescribedParameter? ReadParameter(DescriptionRecord record) =>
        ParameterLocations.TryFind(record.Keyword, out var location)
            ? new(location, record.Text("name"), record["value"], record.Text("reason"), record.Place())
            : null;
}
