namespace Microsoft.Kiota.Abstractions.Extensions;

/// <summary>What Kiota adds to texts.</summary>
public static class StringExtensions
{
    /// <summary>The text with its first character in lower case.</summary>
    /// <param name="input">The text; null and empty stay as they are.</param>
    public static string? ToFirstCharacterLowerCase(this string? input) =>
        string.IsNullOrEmpty(input) ? input : char.ToLowerInvariant(input[0]) + input[1..];
}
