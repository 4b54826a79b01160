using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace VideoTasks.Json;

/// <summary>Makes <see cref="LenientParseNode"/>s, for typed clients.</summary>
internal sealed class LenientParseNodeFactory : IParseNodeFactory
{
    public static LenientParseNodeFactory Instance { get; } = new();

    public string ValidContentType => "application/json";

    /// <exception cref="JsonException">The content is no JSON.</exception>
    public async Task<IParseNode> GetRootParseNodeAsync(string contentType, Stream content, CancellationToken cancellationToken = default)
    {
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        return JsonBody.TryParse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), out var json)
            ? new LenientParseNode(JsonBody.Readable(json))
            : throw new JsonException("The answer is no JSON.");
    }
}
