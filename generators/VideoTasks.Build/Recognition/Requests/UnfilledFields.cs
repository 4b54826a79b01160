using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Recognition.Requests;

/// <summary>The fields that a body requires and that no canonical field, hint or default fills: only the caller can, by their names.</summary>
internal static class UnfilledFields
{
    /// <summary>Those of the alternative that lacks the fewest.</summary>
    public static IReadOnlyList<RecognizedRequestField> Of(IReadOnlyList<RecognizedRequestField> request)
    {
        var alternatives = request.Select(f => f.Alternative).OfType<int>().Distinct().Select(a => (int?)a).DefaultIfEmpty(null);
        return alternatives.Select(
            a => In([.. request.Where(f => f.Location == ParameterLocation.Body && (f.Alternative is null || f.Alternative == a))]))
            .MinBy(f => f.Count)!;
    }

    private static List<RecognizedRequestField> In(List<RecognizedRequestField> fields)
    {
        return [
            .. fields.Where(
                f => f is { IsRequired: true, Name: null, Value: null } && IsInUse(JsonPointer.Parent(f.Pointer)) && !IsFilled(f.Pointer))];

        bool IsFilled(string pointer) =>
            fields.Exists(
                f => f.Pointer.StartsWith(pointer + "/", StringComparison.Ordinal) && (f.Name is not null || f.Value is not null || f.IsRequired));

        bool IsInUse(string holder) => holder.Length == 0
            || fields.Exists(f => f.Name is not null && f.Pointer.StartsWith(holder + "/", StringComparison.Ordinal))
            || (holder.EndsWith("/0", StringComparison.Ordinal) && IsInUse(JsonPointer.Parent(holder)))
            || (fields.Exists(f => f.Pointer == holder && f.IsRequired) && IsInUse(JsonPointer.Parent(holder)));
    }
}
