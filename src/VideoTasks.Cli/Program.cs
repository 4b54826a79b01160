using VideoTasks.Cli;
using VideoTasks.Cli.Output;

using var signals = new Interrupts();
using var console = new CommandConsole();
return await CommandLine.RunAsync(args, console, signals.Token);
