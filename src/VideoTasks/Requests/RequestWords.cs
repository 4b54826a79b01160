using VideoTasks.Generated;
using VideoTasks.Json;
using VideoTasks.Vendors;

namespace VideoTasks.Requests;

/// <summary>What the fields of a request are called in messages.</summary>
internal static class RequestWords
{
    public static string Of(VideoRequestFieldName name) => name switch
    {
        VideoRequestFieldName.InputReference => "the input reference",
        VideoRequestFieldName.SourceId => "the id of the task that it is made from",
        _ => $"the {name.ToString().ToLowerInvariant()}",
    };

    /// <summary>A field by the vendor's name for it.</summary>
    public static string Of(VideoRequestField field) => JsonPointer.Unescape(field.Path.TrimStart('/'));

    /// <summary>A field that is missing, with what gives it.</summary>
    public static string OfMissing(VideoRequestField field) =>
        field.Name is { } name and not VideoRequestFieldName.SourceId ? $"{Of(name)} ('{Of(field)}')" : $"'{Of(field)}'";

    /// <summary>The vendor's names of its fields, those that hold others left out.</summary>
    public static string OfAll(IReadOnlyList<VideoRequestField> fields)
    {
        const int most = 40;
        var names = fields.Where(field => field.Location != VideoParameterLocation.Path
                && !fields.Any(
                    other => other.Location == VideoParameterLocation.Body && other.Path.StartsWith(field.Path + "/", StringComparison.Ordinal)))
            .Select(Of).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? "none" : string.Join(", ", names.Take(most)) + (names.Count > most ? ", …" : "");
    }
}
