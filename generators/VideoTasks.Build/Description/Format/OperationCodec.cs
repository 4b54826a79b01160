using System.Globalization;
using VideoTasks.Generated;
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
        var location = field.Location == ParameterLocation.Body ? null : RequestLocations[field.Location];
        var record = operation.Add(
            "request", ("name", field.Field is { } name ? RequestFields[name] : null), ("in", location), ("pointer", field.Pointer),
            ("type", field.Type),
            ("separator", field.Separator), ("suffix", field.Suffix), ("unit", field.Unit), ("required", field.IsRequired ? "true" : null),
            ("json", field.Json),
            ("alternative", field.Alternative?.ToString(CultureInfo.InvariantCulture)), ("reason", field.Reason), At(field.Place));
        foreach (var shape in field.Shapes)
        {
            record.Add("shape", ("value", shape.Shape), ("model", shape.Model));
        }

        foreach (var word in field.Words)
        {
            record.Add("word", ("value", word));
        }
    }

    private static DescribedRequestField ReadRequest(DescriptionRecord record)
    {
        VideoRequestFieldName? name = record["name"] is null ? null : record.Word("name", RequestFields);
        return new(name, record.Text("pointer"), record.Text("type"), record.Text("reason"), record.Place())
        {
            Location = record["in"] is null ? ParameterLocation.Body : record.Word("in", RequestLocations),
            Separator = record["separator"],
            Suffix = record["suffix"],
            Unit = record["unit"],
            IsRequired = record["required"] == "true",
            Json = record["json"],
            Alternative = record["alternative"] is null ? null : record.Number("alternative"),
            Shapes = record.All("shape", s => new DescribedShape(s.Text("value"), s["model"])),
            Words = record.All("word", w => w.Text("value")),
        };
    }

    private static DescribedParameter? ReadParameter(DescriptionRecord record) =>
        ParameterLocations.TryFind(record.Keyword, out var location)
            ? new(location, record.Text("name"), record["value"], record.Text("reason"), record.Place())
            : null;
}
