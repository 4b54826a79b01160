using System.Globalization;
using VideoTasks.Build.Model;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Refining;

namespace VideoTasks.Build.Writing;

internal static class EnumWriter
{
    public static void Write(EnumDeclaration declaration, CodeText text, string access)
    {
        if (declaration.IsFlags)
        {
            text.Line("[global::System.Flags]");
        }

        text.Open($"{access} enum {Identifiers.Escaped(declaration.Name)}{(declaration.IsFlags && declaration.Options.Count > 31 ? " : long" : "")}");
        for (var i = 0; i < declaration.Options.Count; i++)
        {
            var option = declaration.Options[i];
            Documentation.Summary(text, option.Description);
            text.Line($"[global::System.Runtime.Serialization.EnumMember(Value = {Escaping.Literal(option.Value)})]");
            var flag = declaration.IsFlags ? " = " + (i < 63 ? 1L << i : 0L).ToString(CultureInfo.InvariantCulture) : "";
            text.Line($"{Identifiers.Escaped(option.Name)}{flag},");
        }

        text.Close();
    }
}
