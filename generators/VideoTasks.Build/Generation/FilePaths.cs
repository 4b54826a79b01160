using System.Security.Cryptography;
using System.Text;
using VideoTasks.Build.Model;

namespace VideoTasks.Build.Generation;

/// <summary>Where a type is written: a folder a namespace.</summary>
internal static class FilePaths
{
    // 255 bytes is the most that file systems take, less an extension.
    private const int LongestName = 200;

    public static string Of(TypeDeclaration type, string clientNamespace)
    {
        var ns = type.Namespace.Name;
        var folders = ns.Length > clientNamespace.Length ? ns[(clientNamespace.Length + 1)..].Split('.') : [];
        return string.Concat(folders.Select(static f => Shorten(f) + "/")) + Shorten(type.Name) + ".cs";
    }

    // Windows has devices that no file can be called like.
    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) > LongestName)
        {
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        }

        return IsDevice(name) ? name + "_" : name;
    }

    private static bool IsDevice(string name) => name.ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL"
        || (name.Length == 4 && name[..3].ToUpperInvariant() is "COM" or "LPT" && char.IsAsciiDigit(name[3]));
}
