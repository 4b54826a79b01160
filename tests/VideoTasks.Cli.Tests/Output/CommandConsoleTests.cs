using System.Globalization;
using System.Text;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Tests.Output;

public sealed class CommandConsoleTests
{
    private const int Writers = 8;
    private const int LinesEach = 2000;

    [Fact]
    public async Task Lines_of_several_downloads_at_once_all_arrive_whole()
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        using var console = new CommandConsole(output, error);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Factory.StartNew(
            () =>
            {
                using var status = new StatusLine(console);
                for (var line = 0; line < LinesEach; line++)
                {
                    status.Show($"{writer} shows {line}");
                    console.Message($"{writer} says {line}");
                    console.Out.WriteLine($"{writer} writes {line}");
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Sorted(output).ShouldBe(Expected("{0} writes {1}"));
        Sorted(error).ShouldBe(Expected("{0} shows {1}", "videotasks: {0} says {1}"));
    }

    private static string[] Sorted(MemoryStream stream)
        => [.. CliResult.Lines(Encoding.UTF8.GetString(stream.ToArray())).Order(StringComparer.Ordinal)];

    private static string[] Expected(params string[] formats) =>
    [
        .. formats
            .SelectMany(_ => Enumerable.Range(0, Writers), (format, writer) => (format, writer))
            .SelectMany(
                _ => Enumerable.Range(0, LinesEach), (pair, line) => string.Format(CultureInfo.InvariantCulture, pair.format, pair.writer, line))
            .Order(StringComparer.Ordinal),
    ];
}
