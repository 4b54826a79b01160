using VideoTasks.Build.Description.Format;

namespace VideoTasks.SourceGenerator.Model;

/// <summary>The vendors of an assembly.</summary>
/// <param name="Classes">Their classes, in the order of their names.</param>
/// <param name="LeftOut">The descriptions of those whose class another one has.</param>
/// <param name="IsPublic">Whether another assembly may see one of them, and so their list.</param>
internal sealed record VendorCatalog(EquatableArray<string> Classes, EquatableArray<string> LeftOut, bool IsPublic)
{
    public static VendorCatalog Create(IEnumerable<(string Name, string ClassName, string DescriptionPath, bool IsPublic)> vendors)
    {
        // Files of generated code have to differ in more than case.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var classes = new List<string>();
        var leftOut = new List<string>();
        var anyIsPublic = false;
        foreach (var (_, className, path, isPublic) in vendors.OrderBy(v => v.Name, StringComparer.Ordinal)
            .ThenBy(v => v.DescriptionPath, StringComparer.Ordinal))
        {
            if (taken.Add(className))
            {
                classes.Add(className);
                anyIsPublic |= isPublic;
            }
            else
            {
                leftOut.Add(path);
            }
        }

        return new(new(classes), new(leftOut), anyIsPublic);
    }
}
