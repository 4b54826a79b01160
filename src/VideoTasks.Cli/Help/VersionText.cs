using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace VideoTasks.Cli.Help;

/// <summary>The version, and the commit that it was built from where the build knew it.</summary>
internal sealed class VersionText : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var informational = typeof(VersionText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine(informational.Split('+') is [var version, var commit]
            ? $"videotasks {version}, commit {commit}"
            : $"videotasks {informational}");
        return 0;
    }
}
