namespace VideoTasks.Vocabulary;

/// <summary>A name that vendors give an object or a list; see <see cref="FieldRow"/> for those that nobody is known to send.</summary>
/// <param name="Name">The name, as it was seen.</param>
/// <param name="Part">What stands in it.</param>
/// <param name="Rank">How much less likely than the best name it is what it says; 0 is the best.</param>
/// <param name="Use">What it tells about a schema, whose values nobody sees.</param>
/// <param name="Seen">A vendor that sends it; null for none that is known.</param>
internal sealed record PartRow(string Name, BodyPart Part, int Rank, PartUse Use, string? Seen = null);
