using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>
/// The types of YAML 1.2's core schema. Only plain scalars have one: <c>yes</c>, <c>on</c>, dates and everything quoted are strings, as in
/// JSON documents. What JSON has no number for (<c>.inf</c>, <c>.nan</c>) stays a string.
/// </summary>
internal sealed partial class YamlScalar(JsonNumber numbers)
{
    // Longer digit strings are ids, not numbers, and would cost quadratic time to convert.
    private const int LongestNumber = 300;

    /// <summary>The node; null for YAML's null.</summary>
    public JsonNode? ToNode(Scalar scalar)
    {
        if (!scalar.Tag.IsEmpty && !scalar.Tag.IsNonSpecific)
        {
            return scalar.Tag.Value switch
            {
                "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null" => Plain(scalar.Value),
                _ => JsonValue.Create(scalar.Value),
            };
        }

        return scalar.Style == ScalarStyle.Plain && !scalar.Tag.IsNonSpecific ? Plain(scalar.Value) : JsonValue.Create(scalar.Value);
    }

    private JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when text.Length <= LongestNumber && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.') => NumberOrText(text),
        _ => JsonValue.Create(text),
    };

    private JsonNode NumberOrText(string text)
    {
        if (DecimalNumber().Match(text) is { Success: true } match)
        {
            var sign = match.Groups["sign"].ValueSpan is "-" ? "-" : "";
            var whole = match.Groups["whole"].Value.TrimStart('0');
            var fraction = match.Groups["fraction"] is { Success: true, Length: > 0 } digits ? "." + digits.Value : "";
            return numbers.Create($"{sign}{(whole.Length == 0 ? "0" : whole)}{fraction}{match.Groups["exponent"].Value}");
        }

        if (text.StartsWith("0x", StringComparison.Ordinal) && text.Length > 2
            && BigInteger.TryParse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal))
        {
            return numbers.Create(hexadecimal.ToString(CultureInfo.InvariantCulture));
        }

        if (text.StartsWith("0o", StringComparison.Ordinal) && text.Length > 2 && text.AsSpan(2).IndexOfAnyExceptInRange('0', '7') < 0)
        {
            var octal = text.Skip(2).Aggregate(BigInteger.Zero, (sum, digit) => (sum * 8) + (digit - '0'));
            return numbers.Create(octal.ToString(CultureInfo.InvariantCulture));
        }

        return JsonValue.Create(text);
    }

    [GeneratedRegex(
        @"^(?<sign>[-+])?(?:(?<whole>[0-9]+)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?<exponent>[eE][-+]?[0-9]+)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex DecimalNumber();
}
