using VideoTasks.Build.Kiota;

namespace VideoTasks.Build.Tests.Kiota;

public sealed class KiotaLogTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [
        InlineData(
            "Warning: KiotaBuilder OpenAPI warning: #/components/schemas/A/oneOf/0/$ref - The schema reference",
            false,
            "#/components/schemas/A/oneOf/0/$ref",
            "The schema reference")]
    [
        InlineData(
            "Warning: KiotaBuilder OpenAPI warning: #/ - The schema Part is a polymorphic type - so it is",
            false,
            "#/",
            "The schema Part is a polymorphic type - so it is")]
    [InlineData("Error: KiotaBuilder OpenAPI error: (null) - Version node not found.", true, null, "Version node not found.")]
    [InlineData("Error: KiotaBuilder OpenAPI error: #line=0 - Please provide the correct format", true, null, "Please provide the correct format")]
    [InlineData("Critical: KiotaBuilder error generating the client", true, null, "error generating the client")]
    [InlineData("Warning: KiotaBuilder Discriminator A is not inherited from B.", false, null, "Discriminator A is not inherited from B.")]
    public void A_line_is_a_message_with_its_place(string line, bool isError, string? place, string text)
    {
        File.WriteAllLines(_file, [line, line, "Information: KiotaBuilder started", "", "   at System.Something()"]);

        KiotaLog.Read(_file).ShouldBe([new KiotaMessage(isError, place, text)]);
    }

    [Fact]
    public void Without_a_log_there_are_no_messages() => KiotaLog.Read(_file + ".none").ShouldBeEmpty();
}
