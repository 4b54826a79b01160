namespace VideoTasks.Http;

/// <summary>The query of a URL, changed without touching the spelling of what stays: signatures cover it.</summary>
internal static class UrlQuery
{
    public static bool Contains(Uri uri, string name) =>
        Parameters(uri).Any(parameter => string.Equals(NameOf(parameter), name, StringComparison.Ordinal));

    public static Uri With(Uri uri, string name, string value) =>
        Replace(uri, Parameters(uri).Append($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}"));

    public static Uri Without(Uri uri, Func<string, string, bool> isUnwanted)
    {
        var parameters = Parameters(uri);
        var kept = parameters.Where(parameter => !isUnwanted(NameOf(parameter), ValueOf(parameter))).ToList();
        return kept.Count == parameters.Length ? uri : Replace(uri, kept);
    }

    /// <summary>Scheme, host, port and path: what can be shown of a URL whose query may be a signature.</summary>
    public static Uri WithoutQuery(Uri uri) =>
        new UriBuilder(uri) { Query = "", Fragment = "", UserName = "", Password = "" }.Uri;

    /// <summary>The URL with those parameters of a query that it doesn't have.</summary>
    /// <param name="uri">The URL.</param>
    /// <param name="query">The query, with or without its question mark.</param>
    public static Uri WithMissing(Uri uri, string query)
    {
        var missing = Parameters(query).Where(parameter => !Contains(uri, NameOf(parameter))).ToList();
        return missing.Count == 0 ? uri : Replace(uri, Parameters(uri).Concat(missing));
    }

    /// <summary>The URL without user and password.</summary>
    public static Uri WithoutUserInfo(Uri uri)
    {
        var (authority, path) = ExactUrl.Split(uri.OriginalString);
        var start = authority.IndexOf("://", StringComparison.Ordinal) + 3;
        return path is null ? uri : new Uri(authority[..start] + authority[(authority.LastIndexOf('@') + 1)..] + path);
    }

    private static string[] Parameters(Uri uri) =>
        ExactUrl.Split(uri.OriginalString).Path is { } path
            && path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var start ? Parameters(path[start..]) : [];

    private static string[] Parameters(string query) => query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);

    private static string NameOf(string parameter) => Decode(parameter.Split('=', 2)[0]);

    private static string ValueOf(string parameter) => parameter.Split('=', 2) is [_, var value] ? Decode(value) : "";

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static Uri Replace(Uri uri, IEnumerable<string> parameters)
    {
        var query = string.Join('&', parameters);
        var (authority, path) = ExactUrl.Split(uri.OriginalString);
        var text = authority + path?.Split('?')[0];
        return new Uri(query.Length == 0 ? text : $"{text}?{query}");
    }
}
