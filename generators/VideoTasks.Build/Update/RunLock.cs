using System.Security.Cryptography;
using System.Text;

namespace VideoTasks.Build.Update;

/// <summary>Keeps two processes from generating into one folder at a time, such as two builds of one clone.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly Mutex _mutex;

    private RunLock(Mutex mutex) => _mutex = mutex;

    /// <summary>Waits for the folder; null when it is still in use after <paramref name="patience"/>.</summary>
    public static RunLock? TryEnter(string folder, TimeSpan patience)
    {
        var name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..32];
        var mutex =
            new Mutex(
                initiallyOwned: false, "VideoTasks.Build." + name, new NamedWaitHandleOptions { CurrentUserOnly = true, CurrentSessionOnly = false });
        try
        {
            if (mutex.WaitOne(patience))
            {
                return new RunLock(mutex);
            }
        }
        catch (AbandonedMutexException)
        {
            // The other process died; what it left is put right by this run.
            return new RunLock(mutex);
        }

        mutex.Dispose();
        return null;
    }

    public void Dispose()
    {
        _mutex.ReleaseMutex();
        _mutex.Dispose();
    }
}
