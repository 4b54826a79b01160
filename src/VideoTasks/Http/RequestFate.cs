namespace VideoTasks.Http;

/// <summary>What became of a request, whichever copy of it was sent: the one after a redirect, or the one with another key.</summary>
internal sealed class RequestFate
{
    private static readonly HttpRequestOptionsKey<RequestFate> Key = new("VideoTasks.Fate");

    /// <summary>Whether it was given to the handlers; before that, it can't have arrived.</summary>
    public bool IsSent { get; set; }

    /// <summary>Whether it was answered with a redirect: it has arrived, whatever became of what follows.</summary>
    public bool IsRedirected { get; set; }

    /// <summary>The fate of a request, which its copies share; a new one where it has none.</summary>
    public static RequestFate Of(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(Key, out var fate))
        {
            request.Options.Set(Key, fate = new());
        }

        return fate;
    }
}
