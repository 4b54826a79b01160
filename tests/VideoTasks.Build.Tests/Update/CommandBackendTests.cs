using VideoTasks.Build.Update;

namespace VideoTasks.Build.Tests.Update;

public sealed class CommandBackendTests : IDisposable
{
    private readonly UpdateProject _project = new();

    // The generator itself takes the arguments of 'kiota generate'.
    private static string Generator => $"dotnet exec \"{Path.Combine(AppContext.BaseDirectory, "VideoTasks.Build.dll")}\"";

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Another_command_generates_in_the_place_of_this_generator()
    {
        _project.AddVendor("acme");
        _project.Run(new BuiltInBackend("test")).ShouldBeTrue();
        var expected = _project.Contents();

        _project.Run(new CommandBackend(Generator, _project.Path("obj/command"))).ShouldBeTrue();

        _project.Contents().ShouldBe(expected);
    }

    [Fact]
    public void A_command_that_fails_leaves_the_client()
    {
        _project.AddVendor("acme");
        _project.Run(new BuiltInBackend("test"));
        var expected = _project.Contents();
        _project.AddVendor("acme", "New");

        _project.Run(new CommandBackend(Generator + " nothing", _project.Path("obj/command"))).ShouldBeFalse();

        _project.Diagnostics.All.ShouldHaveSingleItem().ToString().ShouldContain("error VTG051");
        _project.Contents().ShouldBe(expected);
    }

    [Fact]
    public void A_command_that_does_not_exist_is_an_error()
    {
        _project.AddVendor("acme");

        _project.Run(new CommandBackend("no-such-command-anywhere", _project.Path("obj/command"))).ShouldBeFalse();

        _project.Diagnostics.All.ShouldHaveSingleItem().Descriptor.Id.ShouldBe("VTG051");
    }

    [Theory]
    [InlineData("kiota", "kiota")]
    [InlineData("  dotnet   kiota ", "dotnet|kiota")]
    [InlineData("\"/my tools/kiota\" --x \"a b\"", "/my tools/kiota|--x|a b")]
    [InlineData("a\"b c\"d \"\"", "ab cd|")]
    public void A_command_line_is_split_at_blanks_outside_of_quotes(string commandLine, string words)
        => string.Join('|', CommandBackend.Words(commandLine)).ShouldBe(words);
}
