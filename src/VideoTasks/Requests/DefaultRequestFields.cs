using VideoTasks.Vendors;

namespace VideoTasks.Requests;

/// <summary>The fields of the OpenAI shape, for a vendor whose document has a create and says nothing of its request.</summary>
internal static class DefaultRequestFields
{
    private static readonly VideoRequestField[] OfBody =
    [
        new("Prompt", "/prompt", "string"),
        new("Model", "/model", "string"),
        new("Seconds", "/seconds", "string"),
        new("Size", "/size", "string"),
        new("InputReference", "/input_reference", "any") { Shapes = [new("object:image_url"), new("file")] },
    ];

    /// <summary>The fields with those of the OpenAI shape, where the document describes neither a body nor a field of it in the query.</summary>
    public static IReadOnlyList<VideoRequestField> Complete(IReadOnlyList<VideoRequestField> fields) =>
        fields.Any(field => field.Location == "body" || field is { Location: "query", Name: not null })
            ? fields
            : [.. fields, .. OfBody.Where(field => fields.All(known => known.Name != field.Name))];
}
