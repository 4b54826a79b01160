namespace Microsoft.Kiota.Abstractions.UriTemplates;

/// <summary>How an expression is expanded: a row of the table in RFC 6570, appendix A.</summary>
/// <param name="First">What precedes the expansion when it is not empty.</param>
/// <param name="Separator">What separates the values.</param>
/// <param name="Named">Whether values are written as <c>name=value</c>.</param>
/// <param name="IfEmpty">What follows the name of an empty value.</param>
/// <param name="AllowReserved">Whether reserved characters and percent-encoded triplets stay as they are.</param>
internal readonly record struct UriTemplateOperator(string First, char Separator, bool Named, string IfEmpty, bool AllowReserved)
{
    /// <summary>The operator of an expression, and the number of characters it takes up.</summary>
    /// <exception cref="ArgumentException">The operator is reserved for later versions of the RFC.</exception>
    public static (UriTemplateOperator Operator, int Length) Read(ReadOnlySpan<char> expression) => expression[0] switch
    {
        '+' => (new(string.Empty, ',', false, string.Empty, true), 1),
        '#' => (new("#", ',', false, string.Empty, true), 1),
        '.' => (new(".", '.', false, string.Empty, false), 1),
        '/' => (new("/", '/', false, string.Empty, false), 1),
        ';' => (new(";", ';', true, string.Empty, false), 1),
        '?' => (new("?", '&', true, "=", false), 1),
        '&' => (new("&", '&', true, "=", false), 1),
        '=' or ',' or '!' or '@' or '|' => throw new ArgumentException(
            $"The URL template has the unknown operator '{expression[0]}' in '{{{expression}}}'."),
        _ => (new(string.Empty, ',', false, string.Empty, false), 0),
    };
}
