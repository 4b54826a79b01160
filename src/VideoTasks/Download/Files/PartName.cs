using System.Security.Cryptography;
using System.Text;

namespace VideoTasks.Download.Files;

/// <summary>The names of what a download keeps beside its target.</summary>
internal static class PartName
{
    /// <summary>What file systems allow; Windows counts letters, which are never more than the bytes.</summary>
    private const int MaxBytes = 255;

    private const string Part = ".part";
    private const string Sidecar = ".part.json";

    /// <summary>What is appended to the name of a sidecar while it is written.</summary>
    private const string Next = "~";

    private const int DigestBytes = 8;

    public static string PartOf(string target) => StemOf(target) + Part;

    public static string SidecarOf(string target) => StemOf(target) + Sidecar;

    /// <summary>Where the next text of a sidecar is written before it takes its place.</summary>
    public static string NextOf(string sidecar) => sidecar + Next;

    /// <exception cref="VideoDownloadException">No file can have the target's name.</exception>
    public static void Ensure(string target)
    {
        var length = Encoding.UTF8.GetByteCount(Path.GetFileName(target));
        if (length > MaxBytes && !OperatingSystem.IsWindows())
        {
            throw new VideoDownloadException(ErrorMessages.NameTooLong(target, length, MaxBytes));
        }
    }

    /// <summary>The target; where its name leaves no room for what is appended, a part of the name and a digest of all of it.</summary>
    private static string StemOf(string target)
    {
        var name = Path.GetFileName(target);
        var room = MaxBytes - Sidecar.Length - Next.Length;
        if (Encoding.UTF8.GetByteCount(name) <= room)
        {
            return target;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, DigestBytes));
        room -= digest.Length + 1;
        var beginning = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            beginning.Append(rune.ToString());
        }

        return Path.Combine(Path.GetDirectoryName(target)!, $"{beginning}-{digest}");
    }
}
