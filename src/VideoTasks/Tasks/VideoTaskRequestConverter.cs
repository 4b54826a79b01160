using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using VideoTasks.Tasks;

namespace VideoTasks;

/// <summary>A request in JSON: its properties by their names, those that are not set left out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VideoTaskRequestConverter : JsonConverter<VideoTaskRequest>
{
    private static readonly (string Word, VideoOperation Operation)[] Operations =
        [("remix", VideoOperation.Remix), ("edit", VideoOperation.Edit), ("extend", VideoOperation.Extend)];

    /// <inheritdoc/>
    public override VideoTaskRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var members = JsonMembers.Of("a request", ref reader);
        return new()
        {
            Prompt = members.Text("prompt"),
            Model = members.Text("model"),
            Seconds = members.Number("seconds"),
            Size = members.Text("size"),
            InputReferences = [.. members.Items("inputReferences").Select(InputReferenceJson.Read)],
            Source = members.Object("source") is { } source ? ReadSource(source) : null,
            IdempotencyKey = members.Text("idempotencyKey"),
            AdditionalProperties = members.Node("additionalProperties"),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VideoTaskRequest value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteOptional("prompt", value.Prompt);
        writer.WriteOptional("model", value.Model);
        if (value.Seconds is { } seconds)
        {
            writer.WriteNumber("seconds", seconds);
        }

        writer.WriteOptional("size", value.Size);
        if (value.InputReferences.Count > 0)
        {
            writer.WriteStartArray("inputReferences");
            foreach (var reference in value.InputReferences)
            {
                InputReferenceJson.Write(writer, reference);
            }

            writer.WriteEndArray();
        }

        if (value.Source is { } source)
        {
            writer.WriteStartObject("source");
            writer.WriteString("id", source.Id);
            writer.WriteString("operation", Operations.FirstOrDefault(row => row.Operation == source.Operation).Word
                ?? throw new JsonException($"The request's source has the operation {source.Operation}, which starts from no task."));
            writer.WriteEndObject();
        }

        writer.WriteOptional("idempotencyKey", value.IdempotencyKey);
        if (value.AdditionalProperties is { } own)
        {
            writer.WritePropertyName("additionalProperties");
            own.WriteTo(writer, options);
        }

        writer.WriteEndObject();
    }

    private static VideoTaskSource ReadSource(JsonMembers members)
    {
        var word = members.Text("operation");
        var row = Operations.FirstOrDefault(row => row.Word.Equals(word, StringComparison.OrdinalIgnoreCase));
        return row.Word is null
            ? throw new JsonException($"'operation' of the request's source is none of {string.Join(", ", Operations.Select(known => known.Word))}.")
            : new() { Id = members.Text("id") ?? throw new JsonException("The request's source has no id."), Operation = row.Operation };
    }
}
