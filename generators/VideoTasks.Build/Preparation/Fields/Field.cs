namespace VideoTasks.Build.Preparation.Fields;

/// <summary>A field of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">What it takes.</param>
/// <param name="Kind">What the objects in it are.</param>
/// <param name="IsRead">Whether Kiota reads it; the others are checked only.</param>
internal sealed record Field(string Name, FieldShape Shape, ObjectKind Kind = default, bool IsRead = true);
