using System.Text;

namespace Microsoft.Kiota.Abstractions.UriTemplates;

/// <summary>Expands URI templates of every level of RFC 6570.</summary>
internal static class UriTemplate
{
    /// <summary>Expands a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="values">The values by name; names compare with case.</param>
    /// <exception cref="ArgumentException">The template is malformed, or a value cannot be written into a URL.</exception>
    public static string Expand(string template, IReadOnlyDictionary<string, object?> values)
    {
        var result = new StringBuilder(template.Length + 32);
        var rest = template.AsSpan();
        while (!rest.IsEmpty)
        {
            var brace = rest.IndexOfAny('{', '}');
            if (brace < 0)
            {
                UriTemplateEncoder.Append(result, rest, allowReserved: true);
                break;
            }

            UriTemplateEncoder.Append(result, rest[..brace], allowReserved: true);
            var end = rest.IndexOf('}');
            if (rest[brace] == '}' || end < 0 || end == brace + 1)
            {
                throw new ArgumentException(
                    $"The URL template '{template}' has a brace that is not closed, not opened, or around nothing.", nameof(template));
            }

            ExpandExpression(result, rest[(brace + 1)..end], values);
            rest = rest[(end + 1)..];
        }

        return result.ToString();
    }

    private static void ExpandExpression(StringBuilder result, ReadOnlySpan<char> expression, IReadOnlyDictionary<string, object?> values)
    {
        var (rule, length) = UriTemplateOperator.Read(expression);
        var first = true;
        foreach (var range in expression[length..].Split(','))
        {
            var variable = UriTemplateVariable.Read(expression[length..][range]);
            if (!values.TryGetValue(variable.Name, out var raw) || UriTemplateValue.From(variable.Name, raw) is not { IsDefined: true } value)
            {
                continue;
            }

            if (first)
            {
                result.Append(rule.First);
            }
            else
            {
                result.Append(rule.Separator);
            }

            first = false;
            Append(result, rule, variable, value);
        }
    }

    private static void Append(StringBuilder result, UriTemplateOperator rule, UriTemplateVariable variable, UriTemplateValue value)
    {
        if (value.Text is { } text)
        {
            AppendNamed(result, rule, variable.Name, encodeName: false, Prefix(text, variable.Prefix));
            return;
        }

        if (variable.Prefix is not null)
        {
            throw new ArgumentException($"The URL template takes a prefix of '{variable.Name}', which is a collection.");
        }

        if (variable.Explode)
        {
            AppendExploded(result, rule, variable.Name, value);
            return;
        }

        if (rule.Named)
        {
            result.Append(variable.Name).Append('=');
        }

        var items = value.List ?? value.Map!.SelectMany(static pair => new[] { pair.Key, pair.Value });
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                result.Append(',');
            }

            first = false;
            UriTemplateEncoder.Append(result, item, rule.AllowReserved);
        }
    }

    private static void AppendExploded(StringBuilder result, UriTemplateOperator rule, string name, UriTemplateValue value)
    {
        var first = true;
        foreach (var (key, item) in value.Map ?? value.List!.Select(item => KeyValuePair.Create(name, item)))
        {
            if (!first)
            {
                result.Append(rule.Separator);
            }

            first = false;
            if (value.Map is null)
            {
                AppendNamed(result, rule, key, encodeName: false, item);
            }
            else
            {
                // The pairs of a map carry their keys whether or not the operator names its values.
                AppendNamed(result, rule with { Named = true, IfEmpty = rule.Named ? rule.IfEmpty : "=" }, key, encodeName: true, item);
            }
        }
    }

    private static void AppendNamed(StringBuilder result, UriTemplateOperator rule, string name, bool encodeName, string value)
    {
        if (rule.Named)
        {
            if (encodeName)
            {
                UriTemplateEncoder.Append(result, name, rule.AllowReserved);
            }
            else
            {
                result.Append(name);
            }

            result.Append(value.Length == 0 ? rule.IfEmpty : "=");
        }

        UriTemplateEncoder.Append(result, value, rule.AllowReserved);
    }

    // A prefix counts characters, not halves of them.
    private static string Prefix(string text, int? length)
    {
        if (length is not { } limit || text.Length <= limit)
        {
            return text;
        }

        var index = 0;
        for (var count = 0; count < limit && index < text.Length; count++)
        {
            index += char.IsSurrogatePair(text, index) ? 2 : 1;
        }

        return text[..index];
    }
}
