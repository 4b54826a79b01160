using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using WireMock;
using WireMock.Matchers;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;

namespace VideoTasks.Tests.Servers;

/// <summary>WireMock.Net with answers in order, and with requests as they were on the wire.</summary>
internal static class StubServer
{
    private const string TargetHeader = "Wire-Target";

    /// <summary>A server on a loopback port that the system picks, which gives every request the next of the answers; the last one stays.</summary>
    public static WireMockServer Start(params IResponseBuilder[] answers)
    {
        var server = WireMockServer.Start(settings =>
        {
            settings.Urls = ["http://127.0.0.1:0"];
            settings.StartTimeout = 60_000;
            settings.PreWireMockMiddlewareInit = static application => ((IApplicationBuilder)application).Use(static (context, next) =>
            {
                // Kestrel decodes a path before WireMock sees it.
                context.Request.Headers[TargetHeader] = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
                return next(context);
            });
        });
        server.AnswersInOrder("any", Request.Create().WithPath("/*"), answers);
        return server;
    }

    public static IResponseBuilder JsonAnswer(string body, int status = 200) => Text(body, "application/json", status);

    public static IResponseBuilder Text(string body, string mediaType, int status = 200) =>
        Response.Create().WithStatusCode(status).WithHeader("Content-Type", mediaType).WithBody(body);

    /// <summary>The value of a header of a request, whatever the case of its name.</summary>
    public static string? Header(this IRequestMessage request, string name) =>
        request.Headers?.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString();

    extension(IRequestMessage request)
    {
        /// <summary>The path and the query of a request, without any decoding.</summary>
        public string Target => request.Header(TargetHeader)!;
    }

    extension(WireMockServer server)
    {
        public Uri Address => new(server.Url!);

        public IReadOnlyList<IRequestMessage> Requests => [.. server.LogEntries.Select(entry => entry.RequestMessage)];

        /// <param name="requestLine">The method and the target of the requests that get the answers, one after the other.</param>
        /// <param name="answers">The answers; the last one stays.</param>
        public WireMockServer Answers(string requestLine, params IResponseBuilder[] answers)
        {
            var line = requestLine.Split(' ', 2);
            server.AnswersInOrder(requestLine, Request.Create().UsingMethod(line[0]).WithHeader(TargetHeader, new ExactMatcher(line[1])), answers);
            return server;
        }

        private void AnswersInOrder(string scenario, IRequestMatcher request, IResponseBuilder[] answers)
        {
            for (var i = 0; i < answers.Length; i++)
            {
                var given = server.Given(request);
                if (answers.Length > 1)
                {
                    given.InScenario(scenario).WillSetStateTo(Math.Min(i + 1, answers.Length - 1));
                }

                if (i > 0)
                {
                    given.WhenStateIs(i);
                }

                given.RespondWith(answers[i]);
            }
        }
    }
}
