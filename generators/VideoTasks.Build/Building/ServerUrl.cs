using Microsoft.OpenApi;

namespace VideoTasks.Build.Building;

/// <summary>The address that a client has when its user gives none.</summary>
internal static class ServerUrl
{
    /// <summary>The first server, by https where it is listed for both; empty without one.</summary>
    public static string Of(OpenApiDocument document, string documentLocation)
    {
        var servers = document.Servers?.Select(static s => s?.Url ?? "").ToArray() ?? [];
        if (servers.Length == 0)
        {
            return "";
        }

        var host = WithoutScheme(servers[0]);
        var url = servers.Where(s => WithoutScheme(s).Equals(host, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(static s => s, StringComparer.OrdinalIgnoreCase)
            .First();
        if (url.Length > 0 && !url.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && documentLocation.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(documentLocation, UriKind.Absolute, out var location) && Uri.TryCreate(location, url, out var absolute))
        {
            url = absolute.ToString();
        }

        return url.TrimEnd('/');
    }

    private static string WithoutScheme(string url)
    {
        foreach (var scheme in new[] { "http://", "https://" })
        {
            if (url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                url = url[scheme.Length..];
            }
        }

        return url;
    }
}
