using System.Globalization;
using System.Text;
using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;

namespace VideoTasks.Build.Refining;

/// <summary>The last word on names: whatever a document says, each is an identifier, and none stands for two things in one place.</summary>
internal static class Identifiers
{
    public static void Finish(CodeNamespace root)
    {
        var types = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var ns in root.SelfAndDescendants())
        {
            ns.Name = string.Join('.', ns.Name.Split('.').Select(static s => Valid(s)));
        }

        var namespaces = root.SelfAndDescendants().Select(static ns => ns.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var ns in root.SelfAndDescendants())
        {
            foreach (var type in ns.Types)
            {
                type.Name = Unique(Valid(Symbols.UpperFirst(type.Name)), name => !namespaces.Contains($"{ns.Name}.{name}") && types.Add($"{ns.Name}.{name}"));
                Qualify(type, "global::" + string.Join('.', ns.Name.Split('.').Select(Escaped)));
            }
        }
    }

    /// <summary>The name where code needs one: a keyword gets an @.</summary>
    public static string Escaped(string name) => Keywords.IsReserved(name) ? "@" + name : name;

    /// <summary>Replaces what an identifier can't hold.</summary>
    public static string Valid(string name)
    {
        if (name.Length > 0 && IsStart(name[0]) && name.All(IsPart))
        {
            return name;
        }

        var result = new StringBuilder(name.Length + 1);
        foreach (var character in name)
        {
            result.Append(IsPart(character) ? character : '_');
        }

        return result.Length == 0 || !IsStart(result[0]) ? "_" + result : result.ToString();
    }

    public static string Unique(string name, Func<string, bool> isFree)
    {
        var candidate = name;
        for (var number = 1; !isFree(candidate); number++)
        {
            candidate = name + number.ToString(CultureInfo.InvariantCulture);
        }

        return candidate;
    }

    private static bool IsStart(char character) => character == '_' || char.IsLetter(character);

    private static bool IsPart(char character) => character == '_' || char.IsLetterOrDigit(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static void Qualify(TypeDeclaration type, string container)
    {
        type.QualifiedName = $"{container}.{Escaped(type.Name)}";
        if (type is not ClassDeclaration outer)
        {
            if (type is EnumDeclaration declaration)
            {
                FinishOptions(declaration);
            }

            return;
        }

        var inner = new HashSet<string>(StringComparer.Ordinal) { outer.Name };
        foreach (var nested in outer.InnerTypes)
        {
            nested.Name = Unique(Valid(Symbols.UpperFirst(nested.Name)), inner.Add);
            Qualify(nested, type.QualifiedName);
        }

        MemberNames.Finish(outer, inner);
    }

    private static void FinishOptions(EnumDeclaration declaration)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "value__" };
        foreach (var option in declaration.Options)
        {
            option.Name = Unique(Valid(Symbols.UpperFirst(option.Name)), names.Add);
        }
    }
}
