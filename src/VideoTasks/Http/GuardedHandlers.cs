namespace VideoTasks.Http;

/// <summary>
/// Puts our handlers where they keep what the library promises whatever the application's handlers do: next to the one that sends. There a request
/// that costs money passes once, and the key is seen by nobody else.
/// </summary>
internal static class GuardedHandlers
{
    private static readonly Lock Changing = new();

    /// <summary>Our handlers around one that sends.</summary>
    public static HttpMessageHandler Around(HttpMessageHandler primary) => new SingleSendHandler { InnerHandler = new VendorKeyHandler(primary) };

    /// <summary>
    /// A caller's handlers with ours inside. A chain that ends without a handler that sends goes on to the library's own transport.
    /// </summary>
    /// <param name="handler">The caller's first handler.</param>
    /// <exception cref="VideoTaskException">The chain has been in use and can't be changed any more.</exception>
    public static HttpMessageHandler Within(HttpMessageHandler handler)
    {
        lock (Changing)
        {
            DelegatingHandler? last = null;
            for (var next = handler; next is DelegatingHandler outer; next = outer.InnerHandler!)
            {
                if (outer is SingleSendHandler)
                {
                    return handler;
                }

                last = outer;
            }

            if (last is null)
            {
                return Around(handler);
            }

            try
            {
                last.InnerHandler = Around(last.InnerHandler ?? new VendorTransport());
            }
            catch (InvalidOperationException exception)
            {
                throw new VideoTaskException(ErrorMessages.HandlerInUse(), exception);
            }

            return handler;
        }
    }
}
