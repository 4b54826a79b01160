using System.Text.Json;
using VideoTasks.Download.Transfer;
using VideoTasks.Tasks;

namespace VideoTasks.Download.Files;

/// <summary>What stands in <c>NAME.part.json</c>: what the part file is of, and which of its bytes were written. No key, no URL.</summary>
internal sealed record PartSidecar
{
    private const int Format = 1;
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>The task as vendor/id; null for a bare URL.</summary>
    public string? Task { get; init; }

    public string? Variant { get; init; }

    public EntityValidators? Identity { get; init; }

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
            if (!file.Exists || file.LinkTarget is not null || NativeFile.KindOf(path) is not (null or NativeFileKind.File) || file.Length > MaxBytes)
            {
                return null;
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Of(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException
            or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Replaces the sidecar at once, so that no reader ever sees half of it.</summary>
    public void Write(string path)
    {
        var next = PartName.NextOf(path);

        // What stands there is removed and not opened: a link would lead to another file, and a pipe has no end.
        File.Delete(next);
        try
        {
            using (var file = new FileStream(next, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0))
            {
                // By hand: a serializer's metadata would be compiled anew in every process, for longer than a small download takes.
                using var writer = new Utf8JsonWriter(file);
                Write(writer);
            }

            File.Move(next, path, overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(next);
            throw;
        }
    }

    /// <summary>Deletes a sidecar, and what a process that was killed left of the next one.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        File.Delete(PartName.NextOf(path));
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("format", Format);
        writer.WriteOptional("task", Task);
        writer.WriteOptional("variant", Variant);
        if (Identity is { } identity)
        {
            writer.WriteStartObject("identity");
            writer.WriteOptional("eTag", identity.ETag);
            writer.WriteOptional("lastModified", identity.LastModified);
            if (identity.Length is { } length)
            {
                writer.WriteNumber("length", length);
            }

            writer.WriteBoolean("hasStrongDate", identity.HasStrongDate);
            writer.WriteOptional("uriDigest", identity.UriDigest);
            writer.WriteEndObject();
        }

        writer.WriteBoolean("isIndirect", IsIndirect);
        writer.WriteStartArray("blocks");
        foreach (var block in Blocks)
        {
            writer.WriteStartObject();
            writer.WriteNumber("from", block.From);
            writer.WriteNumber("to", block.To);
            writer.WriteNumber("checksum", block.Checksum);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static PartSidecar? Of(JsonElement root)
    {
        if (root.GetProperty("format").GetInt32() != Format)
        {
            return null;
        }

        var blocks = new List<PartBlock>();
        foreach (var block in root.GetProperty("blocks").EnumerateArray())
        {
            blocks.Add(new(block.GetProperty("from").GetInt64(), block.GetProperty("to").GetInt64(), block.GetProperty("checksum").GetUInt64()));
        }

        return new()
        {
            Task = ReadText(root, "task"),
            Variant = ReadText(root, "variant"),
            Identity = root.TryGetProperty("identity", out var identity) ? IdentityOf(identity) : null,
            IsIndirect = root.GetProperty("isIndirect").GetBoolean(),
            Blocks = blocks,
        };
    }

    private static EntityValidators IdentityOf(JsonElement identity) => new(
        ReadText(identity, "eTag"),
        ReadText(identity, "lastModified"),
        identity.TryGetProperty("length", out var length) ? length.GetInt64() : null,
        identity.GetProperty("hasStrongDate").GetBoolean()) { UriDigest = ReadText(identity, "uriDigest") };

    private static string? ReadText(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>A run of bytes in a part file.</summary>
/// <param name="From">The first byte.</param>
/// <param name="To">The byte behind the last one.</param>
/// <param name="Checksum">The <see cref="BlockChecksum"/> of the run.</param>
internal sealed record PartBlock(long From, long To, ulong Checksum);
