using System.Security.Cryptography;
using System.Text;

namespace VideoTasks.Cli.Input;

/// <summary>
/// With which base URL each key was last used, so that the key of a gateway never goes to the vendor because an option was forgotten. Kept in a file
/// of this user's; a key is in it as a fingerprint of 32 bits, which is too little to find the key from.
/// </summary>
internal sealed class RememberedUrls
{
    /// <summary>Names another directory for the file; empty, nothing is remembered.</summary>
    public const string DirectoryVariable = "VIDEOTASKS_STATE_DIR";

    private const int FingerprintBytes = 4;
    private const int SaltBytes = 16;
    private const char Separator = '\t';
    private readonly string? _path = FindPath();

    /// <summary>The base URL that a vendor's key was last used with; null when that is the vendor's own, or not known.</summary>
    public string? Find(string vendor, string key)
    {
        var lines = Read();
        return lines is [var salt, ..] && lines.Skip(1).FirstOrDefault(Is(vendor, key, salt)) is { } line
            ? line.Split(Separator)[2]
            : null;
    }

    /// <summary>Remembers the base URL of a vendor's key; null that it is the vendor's own.</summary>
    public void Set(string vendor, string key, Uri? baseUrl)
    {
        var lines = Read();
        if (_path is null || (lines.Length == 0 && baseUrl is null))
        {
            return;
        }

        var salt = lines.FirstOrDefault() ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
        var isSame = Is(vendor, key, salt);
        var others = lines.Skip(1).Where(line => !isSame(line));
        string[] own = baseUrl is null ? [] : [string.Join(Separator, vendor, Fingerprint(key, salt), Plain(baseUrl))];
        string[] all = [salt, .. others, .. own];
        if (!all.Order(StringComparer.Ordinal).SequenceEqual(lines.Order(StringComparer.Ordinal)))
        {
            Write(_path, all);
        }
    }

    // What a user name, a password or a query hold is not kept.
    private static string Plain(Uri url) => url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private static Func<string, bool> Is(string vendor, string key, string salt)
    {
        var beginning = string.Join(Separator, vendor, Fingerprint(key, salt), "");
        return line => line.StartsWith(beginning, StringComparison.Ordinal);
    }

    private static string Fingerprint(string key, string salt)
        => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(key)).AsSpan(0, FingerprintBytes));

    private static string? FindPath()
    {
        const string file = "base-urls";
        if (Environment.GetEnvironmentVariable(DirectoryVariable) is { } directory)
        {
            return directory.Length == 0 ? null : Path.Combine(directory, file);
        }

        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length == 0 ? null : Path.Combine(data, "videotasks", file);
    }

    private string[] Read()
    {
        try
        {
            return _path is null || !File.Exists(_path) ? [] : File.ReadAllLines(_path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // Where nothing can be written, as in a container, commands do without: the base URL's variable serves there.
    private static void Write(string path, string[] lines)
    {
        try
        {
            var created = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var temporary = Path.Combine(created.FullName, Path.GetRandomFileName());
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var writer = new StreamWriter(temporary, options))
            {
                foreach (var line in lines)
                {
                    writer.WriteLine(line);
                }
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}
