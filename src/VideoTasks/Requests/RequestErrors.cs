using VideoTasks.Vendors;

namespace VideoTasks.Requests;

/// <summary>What is wrong with a request before it is sent, so that nothing of it is dropped in silence.</summary>
internal sealed class RequestErrors(VideoVendorDescription vendor, VideoOperationDescription operation, string? sourceId)
{
    public void ThrowIfNoKey(string? key)
    {
        const int longest = 255;
        if (key is not null && (key.Trim().Length is 0 or > longest || key.Length > longest || !key.All(c => c is >= ' ' and <= '~')))
        {
            throw Create(ErrorMessages.IdempotencyKeyInvalid(vendor.Name));
        }
    }

    public void ThrowIfNoNumber(double? seconds)
    {
        if (seconds is { } number && !double.IsFinite(number))
        {
            throw Create(ErrorMessages.SecondsInvalid(vendor.Name));
        }
    }

    /// <param name="drafts">The request as each body of the vendor would hold it; none of them can.</param>
    public VideoTaskException Of(IReadOnlyList<RequestDraft> drafts)
    {
        var best = drafts.MinBy(draft => draft.Faults)!;
        if (drafts.Count > 1
            && best.Unplaced.Count + best.Unfit.Count > 0
            && best.Unplaced.TrueForAll(field => drafts.Any(draft => !draft.Unplaced.Contains(field))))
        {
            var bodies = string.Join("; ", drafts.Select(draft => $"({RequestWords.OfAll(draft.Fields)})").Distinct(StringComparer.Ordinal));
            return Create(ErrorMessages.NoBodyTakesAll(vendor.Name, Call, string.Join(" and ", best.Unplaced.Concat(best.Unfit)), bodies));
        }

        var own = RequestWords.OfAll(best.Fields);
        return Create(best.Unplaced.Count > 0 ? ErrorMessages.FieldWithoutPlace(vendor.Name, Call, string.Join(" and ", best.Unplaced), own)
            : best.Missing.Count > 0
            ? ErrorMessages.FieldMissing(vendor.Name, Call, string.Join(", ", best.Missing.Select(RequestWords.OfMissing)), own)
            : ErrorMessages.FieldWithoutPlace(vendor.Name, Call, string.Join(" and ", best.Unfit), own));
    }

    private string Call => $"{operation.Method} {operation.Path}";

    private VideoTaskException Create(ErrorMessage message) => new(message)
    {
        Vendor = vendor.Name,
        Handle = sourceId is { Length: > 0 } ? new(vendor.Name, sourceId) : null,
    };
}
