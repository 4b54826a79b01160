namespace VideoTasks.Build.Documents;

/// <summary>A vendor's name → the names of its folder, namespace and class.</summary>
internal static class VendorNaming
{
    // Folders that Windows doesn't allow, and namespaces that would hide the framework's in the generated code.
    private static readonly HashSet<string> Reserved = new(
        ["con", "prn", "aux", "nul", "system", "microsoft", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? Fault(string name)
    {
        if (name.Length is 0 or > 64)
        {
            return "it must have 1 to 64 characters";
        }

        if (!name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || !name.Any(char.IsAsciiLetterOrDigit))
        {
            return "it may hold ASCII letters, digits, '-', '_' and '.' only";
        }

        return Reserved.Contains(PascalCase(name)) ? "this name is reserved" : null;
    }

    /// <summary><c>new-api</c> → <c>NewApi</c>; <c>302ai</c> → <c>Vendor302ai</c>.</summary>
    public static string PascalCase(string name)
    {
        var words = name.Split(['-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        var pascal = string.Concat(words.Select(static w => char.ToUpperInvariant(w[0]) + w[1..]));
        return pascal.Length > 0 && char.IsAsciiDigit(pascal[0]) ? "Vendor" + pascal : pascal;
    }
}
