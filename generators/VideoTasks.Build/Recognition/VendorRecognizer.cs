using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Fields;
using VideoTasks.Build.Recognition.Hints;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Requests;
using VideoTasks.Build.Recognition.Roles;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition;

/// <summary>Recognises a vendor in its document.</summary>
internal static class VendorRecognizer
{
    /// <summary>Recognises a vendor. What is wrong with the document is in the result, so it never fails for what a document says.</summary>
    /// <param name="document">An OpenAPI document to which overlays have been applied; Swagger 2.0 has been upgraded.</param>
    public static RecognizedVendor Recognize(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var root = document.Root;
        var schemas = new SchemaReader(root);
        var all = DocumentOperation.ReadAll(root, schemas);
        var hints = VideoHintReader.Read(root, all);
        var recognized = OperationRecognizer.Recognize(schemas, all, OperationHints.Read(root));
        var fields = new OperationFields(schemas, hints, recognized);
        var secured = recognized.Operations.Count > 0 ? recognized.Operations.Select(o => o.Operation) : all;
        var security = hints.Security ?? SecurityRecognizer.Recognize(root, secured);
        var create = recognized.Find(VideoRole.Create)?.Operation;
        var requests = new RequestReader(schemas, hints, security);
        var read = recognized.Operations.Where(o => o.Role.StartsTask() || o.Id is { Location: ParameterLocation.Body })
            .ToDictionary(o => o, o => o.Role.StartsTask() ? requests.Read(o) : requests.ReadIdBody(o));
        var parameters = recognized.Operations.ToDictionary(
            o => o, o => ParameterValues.Of(schemas, o, create, hints, security, QueriesOf(read.GetValueOrDefault(o, []))));
        ParameterValues.Share(parameters);
        foreach (var operation in read.Keys)
        {
            read[operation] = [.. read[operation].Where(f => !IsGiven(f, parameters[operation]))];
        }

        new RecognitionWarnings(schemas, hints, recognized, fields).Report(security, parameters, read);
        return new RecognizedVendor
        {
            Document = document,
            Schemas = schemas,
            Hints = hints,
            Operations = recognized,
            Fields = fields,
            Security = security,
            Parameters = parameters,
            Requests = read,
            ServerUrl = ServerUrl.Of(root, recognized, hints.BaseUrl),
        };
    }

    private static IReadOnlyList<string> QueriesOf(IReadOnlyList<RecognizedRequestField> fields) =>
        [.. fields.Where(f => f is { Location: ParameterLocation.Query, Name: not null }).Select(f => f.Pointer)];

    private static bool IsGiven(RecognizedRequestField field, IReadOnlyList<RecognizedParameter> parameters) =>
        field is { Location: ParameterLocation.Query, Name: null }
        && parameters.Any(p => p is { Location: ParameterLocation.Query, Value: not null } && p.Name == field.Pointer);
}
