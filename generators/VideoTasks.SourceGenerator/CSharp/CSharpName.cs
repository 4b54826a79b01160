using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace VideoTasks.SourceGenerator.CSharp;

/// <summary>Names of C#, made of texts that are none.</summary>
internal static class CSharpName
{
    // The class that every vendor derives from: no vendor may hide it.
    private const string BaseClass = "VideoVendor";

    /// <summary>The class of a vendor.</summary>
    public static string OfVendor(string vendor)
    {
        var text = new StringBuilder();
        var isStart = true;
        foreach (var c in vendor)
        {
            if (char.IsLetterOrDigit(c) || c == '_')
            {
                text.Append(isStart ? char.ToUpperInvariant(c) : c);
                isStart = false;
            }
            else
            {
                isStart = true;
            }
        }

        var name = text.Append("Vendor").ToString();
        return char.IsDigit(name[0]) || name is "Vendor" or BaseClass ? "_" + name : name;
    }

    /// <summary>The vendor's name as that of a member: its class without the ending.</summary>
    public static string OfMember(string vendorClass) => vendorClass.Substring(0, vendorClass.Length - "Vendor".Length);

    /// <summary>The last part of a namespace, as a part of a longer name.</summary>
    public static string LastPart(string @namespace) => @namespace.Substring(@namespace.LastIndexOf('.') + 1).TrimStart('@');

    /// <summary>A namespace; null when the text has nothing that could be one.</summary>
    public static string? OfNamespace(string text)
    {
        var parts = text.Split('.').Select(Identifier).Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? null : string.Join(".", parts);
    }

    private static string Identifier(string text)
    {
        var name = new string([.. text.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_')]);
        return name.Length > 0 && char.IsDigit(name[0]) ? "_" + name
            : SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name
            : name;
    }
}
