namespace VideoTasks.Build.Preparation.Fields;

/// <summary>What JSON a field of OpenAPI takes.</summary>
internal enum FieldShape
{
    /// <summary>Any scalar counts: <c>version: 1.0</c> is as good as a text.</summary>
    Text,

    /// <summary>The texts "true" and "false" count.</summary>
    Boolean,
    Number,
    Count,

    /// <summary>True or false in OpenAPI 3.0, a number since 3.1.</summary>
    ExclusiveBound,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A type of JSON Schema, or a list of them.</summary>
    Types,

    /// <summary>A list of any values.</summary>
    Values,

    /// <summary>A scalar, where Kiota can make use of one, and else anything.</summary>
    Value,

    /// <summary>An object of the field's kind.</summary>
    Object,

    /// <summary>An object of the field's kind, true or false.</summary>
    ObjectOrBoolean,

    /// <summary>A list of such objects.</summary>
    Objects,

    /// <summary>An object whose names are the document's own, each with such an object.</summary>
    Map,

    /// <summary>An object of names and texts.</summary>
    TextMap,
}
