using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Download;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;

namespace VideoTasks.Tests.Http;

/// <summary>What an application sends along with its requests, such as its trace, is for the vendor and for nobody else.</summary>
public sealed class PropagationTests
{
    private static readonly string[] Propagated =
        ["traceparent", "tracestate", "baggage", "Correlation-Context", "Request-Id", "X-Tenant", "x-b3-traceid"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Trace_context_and_baggage_stay_with_the_vendor_where_private_addresses_are_allowed_too(bool isContainer)
    {
        await using var other = new FaultServer(exchange => exchange.JsonAsync("""{"id":"v1","status":"queued"}"""));
        await using var vendor = new FaultServer(exchange => exchange.RedirectAsync(other.Url + "/videos/v1", 307));
        await using var provider = isContainer ? Container(vendor.Url) : null;
        var client = provider?.GetRequiredService<IVideoTaskClientFactory>().GetClient("flat")
            ?? TestClients.Of(vendor.Url, options => options.AllowPrivateAddresses = true);
        using var activity = new Activity("test").SetBaggage("user", "1").SetIdFormat(ActivityIdFormat.W3C);
        activity.TraceStateString = "a=1";
        activity.Start();

        await client.GetAsync("v1", Token);

        vendor.Requests.ShouldHaveSingleItem().Headers.Keys.ShouldContain("traceparent", StringComparer.OrdinalIgnoreCase);
        other.Requests.ShouldHaveSingleItem().Headers.Keys.ShouldAllBe(name => !Propagated.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    private static ServiceProvider Container(Uri url)
    {
        var builder = new ServiceCollection().AddVideoTasks(options => options.AddVendors([new FlatVendor()]).Configure("flat", client =>
            (client.BaseUrl, client.ApiKey, client.AllowPrivateAddresses) = (url, "", true)));
        builder.HttpClient.AddHttpMessageHandler(() => new Propagating());
        return builder.Services.BuildServiceProvider();
    }

    private sealed class Propagating : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("X-Tenant", "t1");
            request.Headers.TryAddWithoutValidation("x-b3-traceid", "1");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
