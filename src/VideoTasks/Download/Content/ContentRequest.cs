namespace VideoTasks.Download.Content;

/// <summary>What is asked of the place of the content.</summary>
/// <param name="From">The first byte that is wanted.</param>
/// <param name="To">The byte behind the last one; null for all that follows.</param>
/// <param name="Known">The file that the range must be of; null when nothing is known yet.</param>
internal sealed record ContentRequest(long From, long? To, EntityValidators? Known)
{
    public static ContentRequest Whole { get; } = new(0, null, null);

    public bool IsRanged => From > 0 || To is not null;

    public void ApplyTo(HttpRequestMessage request)
    {
        request.Headers.Accept.Clear();
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Headers.Remove("Accept-Encoding");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        if (!IsRanged)
        {
            return;
        }

        request.Headers.TryAddWithoutValidation("Range", To is { } to ? $"bytes={From}-{to - 1}" : $"bytes={From}-");
        if (Known?.Validator is { } validator)
        {
            request.Headers.TryAddWithoutValidation("If-Range", validator);
        }
    }
}
