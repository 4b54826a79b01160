using VideoTasks.Generated;

namespace VideoTasks.Build.Description.Format;

/// <summary>The words of the text for the enums of the description.</summary>
internal static class DescriptionWords
{
    public static readonly WordTable<VideoRole> Roles = new(Same);
    public static readonly WordTable<VideoTaskField> Fields = new(Same, [.. VideoTaskFieldKinds.Canonical]);
    public static readonly WordTable<VideoRequestFieldName> RequestFields = new(Same);
    public static readonly WordTable<DescribedStatus> Statuses = new(Same);
    public static readonly WordTable<PagingStyle> PagingStyles = new(Lower);
    public static readonly WordTable<ParameterLocation> KeyLocations = new(Lower, ParameterLocation.Header, ParameterLocation.Query);
    public static readonly WordTable<ParameterLocation> IdLocations =
        new(Lower, ParameterLocation.Path, ParameterLocation.Query, ParameterLocation.Body);

    public static readonly WordTable<ParameterLocation> RequestLocations =
        new(Lower, ParameterLocation.Path, ParameterLocation.Query, ParameterLocation.Header, ParameterLocation.Body);

    public static readonly WordTable<ParameterLocation> ParameterLocations =
        new(Lower, ParameterLocation.Path, ParameterLocation.Query, ParameterLocation.Header);

    private static string Same<T>(T member)
        where T : struct, Enum => member.ToString();

    private static string Lower<T>(T member)
        where T : struct, Enum => member.ToString().ToLowerInvariant();
}
