using VideoTasks.Build.Model;
using VideoTasks.Build.Urls;

namespace VideoTasks.Build.Writing;

/// <summary>XML documentation, and the attribute of what is deprecated.</summary>
internal static class Documentation
{
    public static void Summary(CodeText text, string description)
    {
        if (!string.IsNullOrWhiteSpace(description))
        {
            text.Line($"/// <summary>{Escaping.Xml(description)}</summary>");
        }
    }

    public static void Summary(CodeText text, string description, string label, string? link)
    {
        var reference = link is null ? "" : $"{Escaping.Xml(label)} <see href=\"{Escaping.Xml(link)}\" />".Trim();
        if (!string.IsNullOrWhiteSpace(description) || reference.Length > 0)
        {
            text.Line($"/// <summary>{(Escaping.Xml(description) + " " + reference).Trim()}</summary>");
        }
    }

    public static void Parameter(CodeText text, string name, string description) =>
        text.Line($"/// <param name=\"{name}\">{Escaping.Xml(description)}</param>");

    public static void Obsolete(CodeText text, Deprecation? deprecation)
    {
        if (deprecation is not null)
        {
            text.Line($"[global::System.Obsolete({Escaping.Literal(deprecation.Message)})]");
        }
    }
}
