namespace VideoTasks.Build.Description.Format;

/// <summary>A text is no vendor description.</summary>
/// <param name="line">The line that is none, from 1.</param>
/// <param name="message">What is wrong with it.</param>
internal sealed class DescriptionFormatException(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}
