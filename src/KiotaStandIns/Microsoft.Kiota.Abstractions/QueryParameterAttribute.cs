namespace Microsoft.Kiota.Abstractions;

/// <summary>Tells which name of the URL template a property fills, when it is not the property's own name.</summary>
/// <param name="templateName">The name in the URL template, percent-encoded as it is there (<c>%24select</c>).</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class QueryParameterAttribute(string templateName) : Attribute
{
    /// <summary>The name in the URL template.</summary>
    public string TemplateName { get; } = templateName;
}
