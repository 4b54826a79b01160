using System.CommandLine;
using VideoTasks.Cli.Help;
using VideoTasks.Cli.Input;

namespace VideoTasks.Cli.Commands;

internal static class CreateCommand
{
    private static readonly Argument<string> Vendor = VendorOptions.Vendor();

    public static Command Create(CommandRunner runner)
    {
        var command = new Command("create", "Create a task, and print its handle: vendor/id.") { Vendor };
        return runner.Does(command.WithRequest().WithStartOptions().WithVendorOptions(), async (parsed, token) =>
        {
            Starting.Check(parsed);
            var request = await RequestOptions.ReadAsync(parsed, runner.Input, token);
            var client = await new VendorClients(parsed, runner.Input).GetAsync(parsed.GetValue(Vendor)!, token);
            return await Starting.RunAsync(runner, parsed, client, () => client.CreateAsync(request, token), token);
        }).WithExamples(
            "videotasks create hingnet --prompt 'A cat plays the piano' --model sora-2 --seconds 4 --size 720x1280",
            "videotasks create openai --prompt @prompt.txt --input-reference cat.png --download cat.mp4",
            "echo 'A cat' | videotasks create hingnet --prompt - --set seed=7 --wait");
    }
}
