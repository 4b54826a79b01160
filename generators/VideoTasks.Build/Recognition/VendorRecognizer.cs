using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Fields;
using VideoTasks.Build.Recognition.Hints;
using VideoTasks.Build.Recognition.Operations;
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
        var parameters = recognized.Operations.ToDictionary(o => o, o => ParameterValues.Of(schemas, o, recognized.Find(VideoRole.Create)?.Operation, hints, security));
        ParameterValues.Share(parameters);
        new RecognitionWarnings(schemas, hints, recognized, fields).Report(security, parameters);
        return new RecognizedVendor
        {
            Document = document,
            Schemas = schemas,
            Hints = hints,
            Operations = recognized,
            Fields = fields,
            Security = security,
            Parameters = parameters,
            ServerUrl = ServerUrl.Of(root, recognized, hints.BaseUrl),
        };
    }
}
