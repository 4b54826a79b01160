using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoTasks;

/// <summary>What stands in a checkpoint. No key, no URL.</summary>
internal sealed record CheckpointContent
{
    public const int CurrentFormat = 1;

    /// <summary>How many bytes each of <see cref="Checksums"/> stands for; the last one may stand for fewer.</summary>
    public const long BlockLength = 64 * 1024 * 1024;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>The task as vendor/id; null for a bare URL.</summary>
    public string? Task { get; init; }

    public string? Variant { get; init; }

    public required EntityValidators Identity { get; init; }

    /// <summary>Whether the first answer was JSON that named the file, so that ranges must not be asked of the operation itself.</summary>
    public bool IsIndirect { get; init; }

    /// <summary>Where in the stream the video begins.</summary>
    public long Origin { get; init; }

    /// <summary>How many bytes were written.</summary>
    public long Length { get; init; }

    /// <summary>The checksums of their blocks.</summary>
    public required IReadOnlyList<ulong> Checksums { get; init; }

    /// <summary>
    /// The state of the last checksum where its block is not full, so that it can be gone on with where the bytes are out of reach.
    /// </summary>
    public byte[]? OpenBlock { get; init; }

    /// <summary>The checksum of the last bytes, as many as are compared at a seam; null when it is not known.</summary>
    public ulong? Tail { get; init; }

    /// <summary>Reads a checkpoint's text; null for one that makes no sense.</summary>
    public static CheckpointContent? Read(string? text)
    {
        try
        {
            var content = string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize(text, CheckpointJson.Default.CheckpointContent);
            return content is { Format: CurrentFormat, Origin: >= 0, Length: > 0, Identity: not null, Checksums: not null }
                && content.Length <= (content.Identity.Length ?? long.MaxValue)
                && content.Checksums.Count == CountFor(content.Length)
                ? content
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static long CountFor(long length) => (length / BlockLength) + (length % BlockLength == 0 ? 0 : 1);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckpointContent))]
[SuppressMessage("Performance", "CA1812", Justification = "The serializer's generator makes the instance.")]
internal sealed partial class CheckpointJson : JsonSerializerContext;
