using System.Text.Json;

namespace VideoTasks.Tests.Mapping;

/// <summary>
/// Bodies that vendors publish, each with the task that a careful person reads in it. A canonical field that <c>expected</c> lacks must be null.
/// </summary>
internal static class SampleBodies
{
    public static readonly string[] Files = ["published.jsonl", "other-vendors.jsonl"];

    private static readonly Dictionary<string, JsonElement> All = Files
        .SelectMany(file => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Samples", file)))
        .Where(line => line.Length > 0)
        .Select(line => JsonElement.Parse(line))
        .ToDictionary(sample => sample.GetProperty("name").GetString()!);

    public static IEnumerable<string> Tasks => All.Where(sample => sample.Value.TryGetProperty("expected", out _)).Select(sample => sample.Key);

    public static IEnumerable<string> Errors => All.Where(sample => sample.Value.TryGetProperty("expectedError", out _)).Select(sample => sample.Key);

    public static IEnumerable<JsonElement> Bodies => All.Values.Select(sample => sample.GetProperty("body"));

    public static JsonElement Get(string name) => All[name];
}
