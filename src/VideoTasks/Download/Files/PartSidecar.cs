using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoTasks.Download;

/// <summary>What stands in <c>NAME.part.json</c>: what the part file is of, and which of its bytes were written. No key, no URL.</summary>
internal sealed record PartSidecar
{
    public const int CurrentFormat = 1;

    private const int MaxBytes = 4 * 1024 * 1024;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>The task as vendor/id; null for a bare URL.</summary>
    public string? Task { get; init; }

    public string? Variant { get; init; }

    public ContentIdentity? Identity { get; init; }

    /// <summary>Whether the first answer was JSON that named the file, so that ranges must not be asked of the operation itself.</summary>
    public bool IsIndirect { get; init; }

    /// <summary>The runs of bytes that were written, with their checksums.</summary>
    public IReadOnlyList<PartBlock> Blocks { get; init; } = [];

    /// <summary>Reads a sidecar; null when there is none, or none that can be made sense of.</summary>
    public static PartSidecar? Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length > MaxBytes)
            {
                return null;
            }

            var sidecar = JsonSerializer.Deserialize(File.ReadAllBytes(path), PartSidecarJson.Default.PartSidecar);
            return sidecar is { Format: CurrentFormat, Blocks: not null } ? sidecar : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Replaces the sidecar at once, so that no reader ever sees half of it.</summary>
    public void Write(string path)
    {
        var next = path + "~";
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(this, PartSidecarJson.Default.PartSidecar));
        File.Move(next, path, overwrite: true);
    }
}

/// <summary>A run of bytes in a part file.</summary>
/// <param name="From">The first byte.</param>
/// <param name="To">The byte behind the last one.</param>
/// <param name="Checksum">The <see cref="BlockChecksum"/> of the run.</param>
internal sealed record PartBlock(long From, long To, ulong Checksum);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PartSidecar))]
internal sealed partial class PartSidecarJson : JsonSerializerContext;
