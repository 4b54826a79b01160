using Microsoft.Win32.SafeHandles;

namespace VideoTasks.Download.Files;

/// <summary><c>NAME.part</c> and <c>NAME.part.json</c> beside a target, owned by one download at a time on this machine.</summary>
internal sealed class PartFile : IDisposable
{
    private static readonly TimeSpan SaveInterval = TimeSpan.FromMilliseconds(500);

    // The disk is reserved as far ahead as bytes came, within these: a length that a server announces is worth nothing yet.
    private const long LeastAhead = 1024 * 1024;
    private const long MostAhead = 64 * 1024 * 1024;

    private readonly Lock _saving = new();
    private readonly string? _task;
    private readonly string? _variant;
    private ITimer? _saver;
    private long _saved;
    private long _reach;
    private long _expected;
    private long _reserved;
    private bool _isFlushed;
    private bool _isClosed;

    private PartFile(string target, SafeFileHandle handle, VideoTaskHandle? task, VideoFileDownloadOptions options)
    {
        (Target, Handle, IsFlushed) = (target, handle, options.FlushToDisk);
        (_task, _variant) = (task?.ToString(), options.Variant);
    }

    public string Target { get; }

    public SafeFileHandle Handle { get; }

    /// <summary>Whether the file has to be on the disk before it gets its name.</summary>
    public bool IsFlushed { get; }

    public PartMap Map { get; } = new();

    public string Path => PathOf(Target);

    /// <summary>What the bytes are of; set before the first one is written.</summary>
    public EntityValidators? Identity { get; set; }

    public bool IsIndirect { get; set; }

    public static string PathOf(string target) => PartName.PartOf(target);

    public static string SidecarPathOf(string target) => PartName.SidecarOf(target);

    /// <summary>Takes possession of a target.</summary>
    /// <exception cref="VideoDownloadException">Somebody else has it, or it can't be written.</exception>
    public static PartFile Open(string target, VideoTaskHandle? task, VideoFileDownloadOptions options) =>
        TryOpen(target, task, options) ?? throw new VideoDownloadException(ErrorMessages.Busy(target));

    /// <summary>Takes possession of a target.</summary>
    /// <returns>Null when another download has it.</returns>
    /// <exception cref="VideoDownloadException">It can't be written.</exception>
    public static PartFile? TryOpen(string target, VideoTaskHandle? task, VideoFileDownloadOptions options)
    {
        PartName.Ensure(target);
        if (PartLock.TryTake(target) is not { } handle)
        {
            return null;
        }

        var part = new PartFile(target, handle, task, options);
        try
        {
            if (options.Resume && PartSidecar.Read(SidecarPathOf(target)) is { Identity: { } identity } sidecar
                && sidecar.Task == part._task && sidecar.Variant == part._variant)
            {
                part.Map.Load(part.Handle, sidecar.Blocks, identity.Length ?? long.MaxValue);
                part.Identity = part.Map.Count > 0 ? identity : null;
                part.IsIndirect = sidecar.IsIndirect;
                part.Reach(part.Map.End);
            }

            return part;
        }
        catch (Exception exception) when (TargetErrors.IsFileError(exception))
        {
            part.Dispose();
            throw TargetErrors.Of(target, exception);
        }
    }

    /// <summary>Has what is there put down from now on and then, also while the server is silent: a process may be killed at any moment.</summary>
    public void KeepSaved(TimeProvider time) =>
        _saver = time.CreateTimer(static part => ((PartFile)part!).SaveNews(), this, SaveInterval, SaveInterval);

    /// <summary>Puts down which bytes are there.</summary>
    public void Save()
    {
        lock (_saving)
        {
            _saved = Map.Count;
            new PartSidecar
            {
                Task = _task,
                Variant = _variant,
                Identity = Identity,
                IsIndirect = IsIndirect,
                Blocks = Map.Snapshot(),
            }.Write(SidecarPathOf(Target));
        }
    }

    /// <summary>Makes sure of the space for a file of this length.</summary>
    /// <exception cref="VideoDownloadException">There is not enough.</exception>
    public void Reserve(long length)
    {
        var needed = length - Map.Count;
        try
        {
            if (new DriveInfo(System.IO.Path.GetDirectoryName(Target)!).AvailableFreeSpace is var free && free >= 0 && free < needed)
            {
                throw new VideoDownloadException(ErrorMessages.NoSpace(Target, needed - free));
            }
        }
        catch (Exception exception) when (TargetErrors.IsFileError(exception))
        {
            // Some file systems don't tell; they will when the bytes are written.
        }

        _expected = length;
        ReserveAhead(Interlocked.Read(ref _reach));
    }

    /// <summary>Notices that somebody cut the file off: what is written behind the cut would make it as long as before.</summary>
    /// <exception cref="VideoDownloadException">It is shorter than what was written.</exception>
    public void EnsureWhole()
    {
        // Looked up in this order: another connection may make the file longer in between.
        var reach = Interlocked.Read(ref _reach);
        if (RandomAccess.GetLength(Handle) < reach)
        {
            throw new VideoDownloadException(ErrorMessages.Cut(Path));
        }
    }

    /// <summary>Bytes were written up to here.</summary>
    public void Reach(long end)
    {
        var reach = Interlocked.Read(ref _reach);
        while (end > reach && Interlocked.CompareExchange(ref _reach, end, reach) is var other && other != reach)
        {
            reach = other;
        }

        if (Volatile.Read(ref _reserved) is var reserved && reserved < _expected && end > reserved - (AheadOf(end) / 2))
        {
            ReserveAhead(end);
        }
    }

    private static long AheadOf(long end) => Math.Clamp(end, LeastAhead, MostAhead);

    private void ReserveAhead(long end)
    {
        var reserved = Math.Min(end + AheadOf(end), _expected);
        Volatile.Write(ref _reserved, reserved);
        if (!NativeFile.TryReserve(Handle, reserved))
        {
            throw new VideoDownloadException(ErrorMessages.NoSpace(Target, _expected - Map.Count));
        }
    }

    /// <summary>Turns the part into the file: flushed, renamed at once, and the directory flushed.</summary>
    public void Complete(long length, string target, VideoFileDownloadOptions options)
    {
        Settle();
        if (RandomAccess.GetLength(Handle) is var actual && actual < length)
        {
            throw new VideoDownloadException(ErrorMessages.Cut(Path));
        }

        if (actual > length)
        {
            RandomAccess.SetLength(Handle, length);
        }

        if (IsFlushed)
        {
            RandomAccess.FlushToDisk(Handle);
        }

        if (!PartLock.IsStillAt(Handle, Path))
        {
            throw new VideoDownloadException(ErrorMessages.Moved(Path));
        }

        if (Directory.Exists(target) || NativeFile.KindOf(target) is not (null or NativeFileKind.File))
        {
            throw new VideoDownloadException(ErrorMessages.NoLongerFile(target));
        }

        TakeModeOf(target);
        if (OperatingSystem.IsWindows())
        {
            // Windows renames no open file.
            Close();
        }

        File.Move(Path, target, options.Overwrite);
        Close();
        DeleteSidecar();
        if (IsFlushed)
        {
            NativeFile.FlushDirectory(System.IO.Path.GetDirectoryName(target)!);
        }
    }

    /// <summary>Ends a download that did not get to its end.</summary>
    /// <returns>The bytes that were kept.</returns>
    public long Abandon(bool keep)
    {
        Settle();
        var isOurs = !_isClosed && PartLock.IsStillAt(Handle, Path);
        var kept = keep && (isOurs || OperatingSystem.IsWindows()) ? Map.Count : 0;
        try
        {
            if (kept > 0)
            {
                Save();

                // Gives back what was reserved for bytes that did not come.
                RandomAccess.SetLength(Handle, Map.End);
            }
            else if (!_isClosed)
            {
                // Deleted while it is still ours, or the file of the next download would be.
                PartSidecar.Delete(SidecarPathOf(Target));
                if (isOurs)
                {
                    File.Delete(Path);
                }
            }
        }
        catch (Exception exception) when (TargetErrors.IsFileError(exception))
        {
            // The error that ended the download is the one to tell; the last sidecar still claims only what is there.
        }

        Close();
        return kept;
    }

    public void Dispose()
    {
        Settle();
        Close();
    }

    private void SaveNews()
    {
        lock (_saving)
        {
            if (_isFlushed || Identity is null || Map.Count == _saved)
            {
                return;
            }

            try
            {
                Save();
            }
            catch (Exception exception) when (TargetErrors.IsFileError(exception))
            {
                // The video is worth more than the note about it; a disk that is full will tell when the next bytes are written.
            }
        }
    }

    /// <summary>From here on nothing is put down behind our back.</summary>
    private void Settle()
    {
        lock (_saving)
        {
            _isFlushed = true;
            _saver?.Dispose();
            _saver = null;
        }
    }

    /// <summary>Who may read the file is its owner's business, and not that of what replaces it.</summary>
    private void TakeModeOf(string target)
    {
        try
        {
            if (!OperatingSystem.IsWindows()
                && File.Exists(target)
                && File.GetUnixFileMode(target) is var mode
                && File.GetUnixFileMode(Handle) != mode)
            {
                File.SetUnixFileMode(Handle, mode);
            }
        }
        catch (Exception exception) when (TargetErrors.IsFileError(exception))
        {
            // Not every file system has modes.
        }
    }

    /// <summary>Whoever stands in the way of that, the video is there.</summary>
    private void DeleteSidecar()
    {
        try
        {
            PartSidecar.Delete(SidecarPathOf(Target));
        }
        catch (Exception exception) when (TargetErrors.IsFileError(exception))
        {
            // What is left over claims bytes of a part that there is none of, and is of no use to anybody.
        }
    }

    private void Close()
    {
        _isClosed = true;
        Handle.Dispose();
    }
}
