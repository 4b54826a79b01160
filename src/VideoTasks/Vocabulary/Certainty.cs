namespace VideoTasks.Vocabulary;

/// <summary>What a name needs to be believed.</summary>
internal enum Certainty
{
    /// <summary>Nothing: the name is enough, also in a schema.</summary>
    Certain,

    /// <summary>A value that is one of the field's.</summary>
    ByValue,

    /// <summary>A list, of which each item is one of the field's.</summary>
    Plural,

    /// <summary>That nothing else is named so: a request has an id as well.</summary>
    Weak,
}
