namespace VideoTasks.Requests;

/// <summary>The fields of the OpenAI shape, for a vendor whose document has a create and says nothing of its body.</summary>
internal static class DefaultRequestFields
{
    public static IReadOnlyList<VideoRequestField> All { get; } =
    [
        new("Prompt", "/prompt", "string", null, null, []),
        new("Model", "/model", "string", null, null, []),
        new("Seconds", "/seconds", "string", null, null, []),
        new("Size", "/size", "string", null, null, []),
        new("InputReference", "/input_reference", "any", null, null, [new("object:image_url"), new("file")]),
    ];
}
