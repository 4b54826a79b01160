using System.Net;
using VideoTasks.Http;
using VideoTasks.Mapping;

namespace VideoTasks.Calls;

/// <summary>Makes the typed error of what a vendor or the network said. Messages are one line and say what to do.</summary>
internal static class VendorErrors
{
    private const int LongestQuote = 300;

    /// <summary>The error of an answer with an error status.</summary>
    public static VideoTaskException From(HttpResponseMessage response, ReadOnlyMemory<byte> body, VendorErrorContext context, TimeProvider time) =>
        From(response.StatusCode, body, context, RetryAfter(response, time));

    /// <summary>The error of an answer with an error status, or of one that is an error under a good status.</summary>
    public static VideoTaskException From(HttpStatusCode status, ReadOnlyMemory<byte> body, VendorErrorContext context, TimeSpan? retryAfter = null)
    {
        var said = ErrorBody.Read(body, context);
        return VendorErrorFactory.Create(ErrorClassifier.Classify(status, said, context), status, said, context, retryAfter);
    }

    /// <summary>The error that an answer under HTTP 200 is; null when it is a task.</summary>
    public static VideoTaskException? InBody(VendorResponse answer, VideoTask task, VendorErrorContext context)
    {
        var isStart = context.Operation.StartsTask();
        if (isStart ? task.Id.Length > 0 : task.IsRecognized || task.Error is null)
        {
            return context.Operation == VideoOperation.Get && !task.IsRecognized && ErrorReader.SaysNothing(answer.Json)
                ? NotUnderstood("answered with something that is no task", answer.StatusCode, answer.Body, context)
                : null;
        }

        if (task.Status is VideoTaskStatus.Failed)
        {
            return new VideoTaskFailedException(ErrorMessages.TaskRejected(context.Vendor.Name, Quote(task.Error?.Code, task.Error?.Message)))
            {
                Vendor = context.Vendor.Name,
                Handle = context.Handle,
                StatusCode = answer.StatusCode,
                Error = task.Error,
                Task = task,
            };
        }

        return task.Error is not null || answer.Json.ValueKind == System.Text.Json.JsonValueKind.String
            ? From(answer.StatusCode, answer.Body, context, answer.RetryAfter)
            : NotUnderstood(ErrorMessages.NoId(context.Subject, context.Vendor.Name), answer.StatusCode, answer.Body, context);
    }

    /// <summary>The error of a delete whose answer says, under a status of success, that it was none.</summary>
    public static VideoTaskException NotDeleted(VendorResponse answer, VendorErrorContext context)
    {
        var said = ErrorBody.Read(answer.Body, context);
        if (ErrorClassifier.Classify(answer.StatusCode, said, context) is var reason and not VideoTaskErrorReason.InvalidRequest)
        {
            return VendorErrorFactory.Create(reason, answer.StatusCode, said, context, answer.RetryAfter);
        }

        var quote = said.Error is null ? $" ({OneLine(said.Text)})" : Quote(said.Code, said.Message);
        return new(ErrorMessages.NotDeleted(context.Subject, context.Vendor.Name, $"{(int)answer.StatusCode}{quote}"))
        {
            Vendor = context.Vendor.Name,
            Handle = context.Handle,
            StatusCode = answer.StatusCode,
            Error = said.Error,
            RawBody = said.Text,
        };
    }

    public static VideoTaskException NotAList(VendorResponse answer, VendorErrorContext context)
    {
        var said = ErrorBody.Read(answer.Body, context);
        return said.Code is not null || said.Message is not null
            ? From(answer.StatusCode, answer.Body, context, answer.RetryAfter)
            : NotUnderstood("answered a list with something that is none", answer.StatusCode, answer.Body, context);
    }

    public static VideoTaskException NotJson(HttpResponseMessage response, ReadOnlyMemory<byte> body, VendorErrorContext context)
    {
        var what = body.Span.Trim(" \t\r\n"u8) switch
        {
            [] => "answered with an empty body",
            [(byte)'<', ..] => "answered with a web page instead of JSON; check the base URL " + UrlQuery.WithoutQuery(context.BaseUrl).AbsoluteUri,
            _ =>
                $"answered with something that is no JSON "
                    + $"({context.Mask.Apply(response.Content.Headers.ContentType?.MediaType) ?? "no content type"}); check the base URL "
                + UrlQuery.WithoutQuery(context.BaseUrl).AbsoluteUri,
        };
        return NotUnderstood(what, response.StatusCode, body, context);
    }

    /// <param name="context">The call.</param>
    /// <param name="request">The request as it was sent first.</param>
    /// <param name="cause">What the network said.</param>
    /// <param name="what">The rest of the sentence after the vendor's name.</param>
    public static VideoTaskException NoAnswer(VendorErrorContext context, HttpRequestMessage request, Exception cause, string what)
    {
        var fate = RequestFate.Of(request);
        var hasArrived = (fate.IsSent && !NeverConnected(cause)) || fate.IsRedirected;
        var isUnknown = context.IsOutcomeUnknown(VideoTaskErrorReason.Unavailable, hasArrived);
        return Unanswered(ErrorMessages.NoAnswer(context.Vendor.Name, context.BaseUrl.Authority, what, isUnknown), context, cause, isUnknown);
    }

    public static VideoTaskException Refused(VendorErrorContext context, RefusedRequestException refusal)
    {
        var isUnknown = context.IsOutcomeUnknown(VideoTaskErrorReason.InvalidResponse);
        return Unanswered(ErrorMessages.RedirectRefused(context.Subject, refusal.Message, isUnknown), context, refusal, isUnknown);
    }

    public static VideoTaskException TooLarge(VendorErrorContext context, Exception cause)
    {
        var isUnknown = context.IsOutcomeUnknown(VideoTaskErrorReason.InvalidResponse);
        return Unanswered(ErrorMessages.AnswerTooLarge(context.Subject, cause.Message, isUnknown), context, cause, isUnknown);
    }

    /// <summary>What a network exception means, as the rest of a sentence after the vendor's name.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        ApplicationHandlerException handler => handler.Description,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "can't be found: the name does not resolve",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "can't be reached: the connection was refused or lost",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            "can't be trusted: the TLS connection failed (is its certificate valid?)",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } proxy => DescribeProxy(proxy),
        InvalidDataException => "sent a body that can't be decompressed",
        _ => "broke off the connection",
    };

    // .NET puts the proxy's status into the text alone.
    private static string DescribeProxy(HttpRequestException exception)
    {
        var digits = exception.StatusCode is { } status ? $"{(int)status}"
            : exception.Message.Split('\'').FirstOrDefault(part => part.Length == 3 && part.All(char.IsAsciiDigit));
        return $"can't be reached: the proxy in between refused the connection{(digits is null ? "" : $" ({digits})")}";
    }

    /// <summary>How long an answer asks to wait; null when it does not say.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) => Http.RetryAfter.Of(response.Headers, time);

    internal static string Quote(string? code, string? message)
    {
        message = OneLine(message);
        return (code, message) switch
        {
            (null, null) => "",
            (_, null) => $" ({OneLine(code)})",
            (null, _) => $" ({message})",
            _ => $" ({OneLine(code)}: {message})",
        };
    }

    // The query of a URL may be a signature.
    private static string WithoutQuery(string word) =>
        word.Contains("://", StringComparison.Ordinal)
            && word.IndexOf('?', StringComparison.Ordinal) is var start and > 0 ? word[..start] + "?…" : word;

    private static VideoTaskException Unanswered(ErrorMessage message, VendorErrorContext context, Exception cause, bool isUnknown) =>
        new(message, cause)
        {
            Vendor = context.Vendor.Name,
            Handle = context.Handle,
            IsOutcomeUnknown = isUnknown,
        };

    private static VideoTaskException NotUnderstood(string what, HttpStatusCode status, ReadOnlyMemory<byte> body, VendorErrorContext context)
    {
        var isUnknown = context.IsOutcomeUnknown(VideoTaskErrorReason.InvalidResponse);
        return NotUnderstood(ErrorMessages.NotUnderstood(context.Subject, context.Vendor.Name, what, isUnknown), status, body, context);
    }

    private static VideoTaskException NotUnderstood(
        ErrorMessage message, HttpStatusCode status, ReadOnlyMemory<byte> body, VendorErrorContext context) =>
        new(message)
        {
            Vendor = context.Vendor.Name,
            Handle = context.Handle,
            StatusCode = status,
            RawBody = ErrorBody.Read(body, context).Text,
            IsOutcomeUnknown = context.IsOutcomeUnknown(message.Reason),
        };

    // Without a connection, nothing can have arrived.
    private static bool NeverConnected(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
    };

    private static string? OneLine(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // A terminal would obey what is between control characters.
        text = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words.Select(WithoutQuery)).TrimEnd('.');
        return line.Length <= LongestQuote ? line : line[..LongestQuote] + "…";
    }
}
