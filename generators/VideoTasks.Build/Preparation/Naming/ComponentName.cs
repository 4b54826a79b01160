using System.Text;

namespace VideoTasks.Build.Preparation.Naming;

/// <summary>What the name of a component may be, and what becomes of one that isn't.</summary>
internal static class ComponentName
{
    private const int Longest = 150;
    private const string Builder = "REQUESTBUILDER";

    // Members of each model, and types that the code of the client names without their namespace.
    private static readonly HashSet<string> Taken = new(
        [
            "ADDITIONALDATA", "BACKINGSTORE", "CREATEFROMDISCRIMINATORVALUE", "GETFIELDDESERIALIZERS", "SERIALIZE", "APICLIENTBUILDER",
            "APIEXCEPTION", "CANCELLATIONTOKEN", "DEFAULTQUERYPARAMETERS", "ENUMMEMBER", "ENUMMEMBERATTRIBUTE", "IADDITIONALDATAHOLDER",
            "IBACKEDMODEL", "ICOMPOSEDTYPEWRAPPER", "IPARSABLE", "IPARSENODE", "IREQUESTADAPTER", "IREQUESTOPTION", "ISERIALIZATIONWRITER",
            "PARSENODEHELPER", "QUERYPARAMETER", "QUERYPARAMETERATTRIBUTE", "REQUESTHEADERS", "REQUESTINFORMATION", "TIME",
        ],
        StringComparer.Ordinal);

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= Longest && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
        && name.Split('.') is var parts && parts.All(static p => p.Any(char.IsAsciiLetterOrDigit)) && !IsTaken(parts[^1]);

    /// <summary><c>Page«Video»</c> → <c>Page_Video</c>.</summary>
    public static string From(string name)
    {
        var text = new StringBuilder();
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_')
            {
                text.Append(character);
            }
            else if (text.Length > 0 && text[^1] != '_')
            {
                text.Append('_');
            }
        }

        var parts = text.ToString().Split('.').Where(static p => p.Any(char.IsAsciiLetterOrDigit));
        var valid = string.Join('.', parts).Trim('_', '-');
        valid = valid.Length > Longest ? valid[..Longest].TrimEnd('_', '-', '.') : valid;
        return valid.Length == 0 ? "Schema" : IsTaken(valid.Split('.')[^1]) ? valid + "Model" : valid;
    }

    private static bool IsTaken(string name) =>
        SymbolName.Letters(name) is var letters && (Taken.Contains(letters) || letters.EndsWith(Builder, StringComparison.Ordinal));
}
