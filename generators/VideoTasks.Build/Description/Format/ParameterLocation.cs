namespace VideoTasks.Build.Description.Format;

/// <summary>The part of a request that takes a value.</summary>
internal enum ParameterLocation
{
    Path,
    Query,
    Header,

    /// <summary>A property of a JSON body.</summary>
    Body,
}
