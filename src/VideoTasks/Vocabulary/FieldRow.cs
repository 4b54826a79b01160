using VideoTasks.Generated;

namespace VideoTasks.Vocabulary;

/// <summary>
/// A name that vendors give a field. Names are compared by <see cref="NameComparer"/>. Those that no vendor is known to send are other spellings of
/// those beside them: such a name costs nothing, and one that isn't known loses what a paid video says.
/// </summary>
/// <param name="Name">The name, as it was seen.</param>
/// <param name="Field">What it is about.</param>
/// <param name="Rank">How much less than the field's best name it is trusted; 0 is the best.</param>
/// <param name="Certainty">What is needed beside the name.</param>
/// <param name="Seen">A vendor that sends it; null for none that is known.</param>
internal sealed record FieldRow(string Name, VideoTaskField Field, int Rank, Certainty Certainty, string? Seen = null);
