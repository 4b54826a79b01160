using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Operations;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>The base URL of a vendor: the first server that a client can call.</summary>
internal static class ServerUrl
{
    public static string? Of(JsonObject root, RecognizedOperations recognized, string? hint)
    {
        if (hint is not null && !hint.StartsWith('/'))
        {
            return Absolute(hint);
        }

        var get = (recognized.Find(VideoRole.Get) ?? recognized.First)?.Operation;
        var server = Servers(get?.Node).Concat(Servers(get?.Item)).Concat(Servers(root)).Select(Absolute).FirstOrDefault(u => u is not null);
        return hint is null || server is null ? server : new Uri(new Uri(server), hint).AbsoluteUri.TrimEnd('/');
    }

    private static IEnumerable<string> Servers(JsonObject? holder)
    {
        foreach (var server in (holder.Array("servers") ?? []).OfType<JsonObject>())
        {
            if (server.Text("url") is { } url)
            {
                foreach (var (name, variable) in server.Object("variables") ?? [])
                {
                    url = url.Replace($"{{{name}}}", variable.Value("default").AsScalar() ?? "", StringComparison.Ordinal);
                }

                yield return url;
            }
        }
    }

    private static string? Absolute(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.Host.Length > 0
            && !url.Contains('{', StringComparison.Ordinal)
            && uri.UserInfo.Length == 0
            ? url.TrimEnd('/')
            : null;
}
