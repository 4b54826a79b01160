using VideoTasks.Generated;
using VideoTasks.Vendors;

namespace VideoTasks.Requests;

/// <summary>The fields of the OpenAI shape, for a vendor whose document has a create and says nothing of its request.</summary>
internal static class DefaultRequestFields
{
    private static readonly VideoRequestField[] OfBody =
    [
        new() { Name = VideoRequestFieldName.Prompt, Path = "/prompt", Type = VideoFieldType.String },
        new() { Name = VideoRequestFieldName.Model, Path = "/model", Type = VideoFieldType.String },
        new() { Name = VideoRequestFieldName.Seconds, Path = "/seconds", Type = VideoFieldType.String },
        new() { Name = VideoRequestFieldName.Size, Path = "/size", Type = VideoFieldType.String },
        new()
        {
            Name = VideoRequestFieldName.InputReference,
            Path = "/input_reference",
            Shapes = [new() { Form = VideoInputForm.Object, Key = "image_url" }, new() { Form = VideoInputForm.File }],
        },
    ];

    /// <summary>The fields with those of the OpenAI shape, where the document describes neither a body nor a field of it in the query.</summary>
    public static IReadOnlyList<VideoRequestField> Complete(IReadOnlyList<VideoRequestField> fields) =>
        fields.Any(field => field.Location == VideoParameterLocation.Body || field is { Location: VideoParameterLocation.Query, Name: not null })
            ? fields
            : [.. fields, .. OfBody.Where(field => fields.All(known => known.Name != field.Name))];
}
