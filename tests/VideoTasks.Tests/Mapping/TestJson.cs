using System.Text.Json.Serialization;

namespace VideoTasks.Tests.Mapping;

[JsonSerializable(typeof(string))]
internal sealed partial class TestJson : JsonSerializerContext;
