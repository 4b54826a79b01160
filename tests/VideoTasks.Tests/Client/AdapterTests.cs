using Microsoft.Kiota.Abstractions;
using VideoTasks.Clients.Hingnet;
using VideoTasks.Tests.Servers;

namespace VideoTasks.Tests.Client;

public sealed class AdapterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_typed_client_reads_what_its_types_can_hold_and_keeps_the_rest()
    {
        using var server = StubServer.Start(JsonAnswer(
            """{"id":"v","status":"baking","seconds":"4","created_at":1762789802123,"progress":45.0,"error":"oops","extra":{"a":[1]}}"""));
        var client = new VideoTaskClient("hingnet", new() { ApiKey = "k", BaseUrl = server.Address });

        var video = await new HingnetClient(client.GetService<IRequestAdapter>()!).V1.Videos["v"].GetAsync(cancellationToken: Token);

        video!.Id.ShouldBe("v");
        video.Seconds.ShouldBe(4);
        video.Progress.ShouldBe(45);
        video.Status.ShouldBeNull("its enum has no such word");
        video.AdditionalData["status"].ShouldBe("baking");
        video.AdditionalData["error"].ShouldBe("oops");
        video.AdditionalData.ShouldContainKey("extra");
        var request = server.Requests.ShouldHaveSingleItem();
        request.Target.ShouldBe("/v1/videos/v");
        request.Header("Authorization").ShouldBe("Bearer k");
    }
}
