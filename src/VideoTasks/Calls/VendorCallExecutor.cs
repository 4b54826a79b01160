using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging;
using VideoTasks.Http;
using VideoTasks.Json;
using VideoTasks.Vendors;

namespace VideoTasks.Calls;

/// <summary>
/// Sends a call and reads its JSON: with a limit of time and size for each try, again when that is safe, as a typed error when it is not.
/// </summary>
/// <param name="http">Sends the requests.</param>
/// <param name="vendor">The vendor, with the client's name.</param>
/// <param name="options">The limits.</param>
/// <param name="logger">Where events go.</param>
/// <param name="vendorName">The vendor's own name, for traces and metrics.</param>
internal sealed class VendorCallExecutor(
    VendorHttp http, VideoVendorDescription vendor, VideoTaskClientOptions options, ILogger logger, string vendorName)
{
    // A server that asks for a longer pause leaves it to the caller; the exception carries it.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly RetryDelay _delay = new(options.RetryDelay, LongestPause, options.TimeProvider);

    public VendorErrorContext ContextOf(VendorCall call) => new(vendor, call.Operation, call.Id, http.Endpoint.BaseUrl, http.Endpoint.Mask);

    /// <exception cref="VideoTaskException">The vendor or the network said no, and saying it again did not help or was not safe.</exception>
    public Task<VendorResponse> SendAsync(VendorCall call, Func<HttpRequestMessage> toRequest, CancellationToken cancellationToken) =>
        SendAsync(call, _ => ValueTask.FromResult(toRequest()), cancellationToken);

    /// <exception cref="VideoTaskException">The vendor or the network said no, and saying it again did not help or was not safe.</exception>
    public async Task<VendorResponse> SendAsync(
        VendorCall call, Func<CancellationToken, ValueTask<HttpRequestMessage>> toRequest, CancellationToken cancellationToken)
    {
        var operation = call.Operation.ToString().ToLowerInvariant();
        using var activity = VideoTasksTelemetry.Start(vendorName, operation, call.Id);
        var context = ContextOf(call);
        for (var attempt = 1; ; attempt++)
        {
            var started = options.TimeProvider.GetTimestamp();
            try
            {
                using var request = await toRequest(cancellationToken).ConfigureAwait(false);
                var answer = await SendOnceAsync(call, request, context, cancellationToken).ConfigureAwait(false);
                VideoTasksTelemetry.Record(vendorName, operation, (int)answer.StatusCode, options.TimeProvider.GetElapsedTime(started));
                VideoTaskLog.Answered(logger, operation, vendor.Name, call.Id, (int)answer.StatusCode);
                return answer;
            }
            catch (VideoTaskException exception)
                when (exception.Reason == VideoTaskErrorReason.NotFound && call.Operation == VideoOperation.Delete && attempt > 1)
            {
                // The first try had arrived after all.
                return new(HttpStatusCode.NoContent, default, default, null);
            }
            catch (VideoTaskException exception)
            {
                VideoTasksTelemetry.Record(vendorName, operation, (int?)exception.StatusCode ?? 0, options.TimeProvider.GetElapsedTime(started));
                if (attempt > options.MaxRetries || exception.RetryAfter > LongestPause || !MayRepeat(call, exception))
                {
                    activity?.SetStatus(ActivityStatusCode.Error, exception.Reason.ToString());
                    throw;
                }

                context = context with { MayHaveArrived = exception.IsOutcomeUnknown };
                var pause = _delay.Next(attempt, exception.RetryAfter);
                VideoTaskLog.Repeating(logger, operation, vendor.Name, call.Id, exception.Reason, (int?)exception.StatusCode ?? 0, pause, attempt);
                await _delay.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<VendorResponse> SendOnceAsync(
        VendorCall call, HttpRequestMessage request, VendorErrorContext context, CancellationToken cancellationToken)
    {
        using var timeout = options.TimeProvider == TimeProvider.System
            ? null
            : new CancellationTokenSource(TimerSpan.Of(options.RequestTimeout), options.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout?.Token ?? CancellationToken.None, cancellationToken);
        if (timeout is null)
        {
            linked.CancelAfter(TimerSpan.Of(options.RequestTimeout));
        }

        try
        {
            if (call.IsBillable)
            {
                request.Options.Set(SingleSend.BodyLimit, options.MaxResponseBytes);
            }

            using var response = await http.SendAsync(request, linked.Token).ConfigureAwait(false);
            var body = context.Mask.Apply(await ResponseBody.ReadAsync(response, options.MaxResponseBytes, linked.Token).ConfigureAwait(false));
            if (!response.IsSuccessStatusCode)
            {
                throw VendorErrors.From(response, body, context, options.TimeProvider);
            }

            var retryAfter = VendorErrors.RetryAfter(response, options.TimeProvider);
            var location = call.IsBillable ? context.Mask.Apply(TaskLocation.Of(response)) : null;
            if (JsonBody.TryParse(body, out var json))
            {
                return new(response.StatusCode, json, body, retryAfter) { Location = location };
            }

            var isEmpty = body.Span.Trim(" \t\r\n"u8).IsEmpty;
            if (isEmpty && location is not null)
            {
                return new(response.StatusCode, JsonBody.Empty, body, retryAfter) { Location = location };
            }

            if (isEmpty && call.Operation is VideoOperation.Delete or VideoOperation.Cancel)
            {
                return new(response.StatusCode, default, default, retryAfter);
            }

            throw VendorErrors.NotJson(response, body, context);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw VendorErrors.NoAnswer(context, request, exception, $"did not answer within {options.RequestTimeout.TotalSeconds:0.##} seconds");
        }
        catch (RefusedRequestException exception)
        {
            throw VendorErrors.Refused(context, exception);
        }
        catch (BodyTooLargeException exception)
        {
            throw VendorErrors.TooLarge(context, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            if (RefusedRequestException.FindIn(exception) is { } refusal)
            {
                throw VendorErrors.Refused(context, refusal);
            }

            throw VendorErrors.NoAnswer(context, request, exception, VendorErrors.Describe(exception));
        }
    }

    /// <summary>
    /// Reads may be sent again whenever the trouble may pass. What costs money is sent again only when it can't have arrived: no connection, or
    /// a refusal for its rate. Everything else might have started a video already, unless the vendor is known to make one of two.
    /// </summary>
    private bool MayRepeat(VendorCall call, VideoTaskException exception) =>
        exception.Reason is VideoTaskErrorReason.Unavailable or VideoTaskErrorReason.RateLimited
        && (!call.IsBillable || vendor.CreateIsIdempotent || !exception.IsOutcomeUnknown);
}
