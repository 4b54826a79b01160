using VideoTasks.Cli;
using VideoTasks.Cli.Output;

using var signals = new Interrupts();
using var console = CommandConsole.Open();
return await CommandLine.RunAsync(args, console, signals.Token);
