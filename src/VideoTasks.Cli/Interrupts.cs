using System.Runtime.InteropServices;

namespace VideoTasks.Cli;

/// <summary>Ctrl-C and SIGTERM as a token. The second one ends the process at once, as without this.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private const PosixSignal FileSizeExceeded = (PosixSignal)25;

    private readonly List<PosixSignalRegistration> _registrations = [];

    public Interrupts()
    {
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle));
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            // A file above `ulimit -f` is an error to report, and not the end of the process.
            _registrations.Add(PosixSignalRegistration.Create(FileSizeExceeded, static context => context.Cancel = true));
        }
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
