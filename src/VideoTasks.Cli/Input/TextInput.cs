using System.Text;

namespace VideoTasks.Cli.Input;

/// <summary>Texts that come from a file or from standard input, which one option of a command can have.</summary>
/// <param name="tell">Says something to the person at the terminal.</param>
internal sealed class TextInput(Action<string> tell)
{
    /// <summary>What stands for standard input in place of a file.</summary>
    public const string Standard = "-";

    // More than any prompt or key; what is larger is another file than was meant.
    private const int MostBytes = 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private string? _reader;

    /// <summary>Reads a value: <c>-</c> for standard input, <c>@FILE</c> for a file, <c>@@</c> for a text that begins with @, or a text.</summary>
    public async Task<string> ReadValueAsync(string option, string value, CancellationToken token) => value switch
    {
        Standard => await ReadStandardAsync(option, token),
        ['@', '@', ..] => value[1..],
        ['@', .. var path] => await ReadFileAsync(option, path, isSecret: false, token),
        _ => value,
    };

    /// <summary>Reads a file with a secret: that others can read it is worth a warning.</summary>
    public Task<string> ReadSecretAsync(string option, string path, CancellationToken token)
        => path == Standard ? ReadStandardAsync(option, token) : ReadFileAsync(option, path, isSecret: true, token);

    private async Task<string> ReadStandardAsync(string option, CancellationToken token)
    {
        if (_reader is { } reader)
        {
            throw new UsageException($"{reader} and {option} can't both read standard input: give one of them a file.");
        }

        _reader = option;
        if (!Console.IsInputRedirected)
        {
            tell($"{option} is read from the terminal; Ctrl-D on a line of its own ends it");
        }

        await using var stream = Console.OpenStandardInput();
        return await ReadAsync(stream, option, "standard input", token);
    }

    private async Task<string> ReadFileAsync(string option, string path, bool isSecret, CancellationToken token)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
            if (isSecret)
            {
                WarnOfReaders(file, path);
            }

            return await ReadAsync(file, option, $"'{path}'", token);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{option}: the file '{path}' can't be read. Is it there, and may you read it?");
        }
    }

    private void WarnOfReaders(FileStream file, string path)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & others) != UnixFileMode.None)
        {
            tell($"warning: others on this machine can read the key in '{path}'. Take that from them with: chmod 600 '{path}'");
        }
    }

    private static async Task<string> ReadAsync(Stream stream, string option, string source, CancellationToken token)
    {
        using var buffer = new MemoryStream();
        var block = new byte[8192];

        // A read of a terminal or a pipe can't be cancelled: it is left alone with the process's end.
        while (await Task.Run(() => stream.Read(block), CancellationToken.None).WaitAsync(token) is > 0 and var read)
        {
            buffer.Write(block, 0, read);
            if (buffer.Length > MostBytes)
            {
                throw new UsageException($"{option}: {source} holds more than {MostBytes / (1024 * 1024)} MiB, which is none of what is meant here.");
            }
        }

        var text = Decode(buffer, option, source).TrimStart('\uFEFF').TrimEnd('\r', '\n');
        return string.IsNullOrWhiteSpace(text) ? throw new UsageException($"{option}: {source} has nothing in it.") : text;
    }

    private static string Decode(MemoryStream buffer, string option, string source)
    {
        try
        {
            return Utf8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{option}: {source} is not a text in UTF-8.");
        }
    }
}
