namespace VideoTasks.Build.Model;

/// <summary>A class or an enum of the client.</summary>
internal abstract class TypeDeclaration
{
    public required string Name { get; set; }

    public CodeNamespace Namespace { get; set; } = null!;

    /// <summary>The class that this one is nested in.</summary>
    public ClassDeclaration? Outer { get; set; }

    public string Description { get; set; } = "";

    public Deprecation? Deprecation { get; set; }

    /// <summary>The name with which generated code refers to this type; set when names are final.</summary>
    public string QualifiedName { get; set; } = "";
}

/// <summary>What an <c>[Obsolete]</c> attribute says.</summary>
internal sealed record Deprecation(string Message);

internal abstract class ClassDeclaration : TypeDeclaration
{
    public TypeTable InnerTypes { get; } = new();
}

internal sealed class EnumDeclaration : TypeDeclaration
{
    public bool IsFlags { get; init; }

    public List<EnumOption> Options { get; } = [];
}

internal sealed class EnumOption
{
    public required string Name { get; set; }

    /// <summary>The word on the wire.</summary>
    public required string Value { get; init; }

    public string Description { get; init; } = "";
}

internal sealed class QueryParametersClass : ClassDeclaration
{
    public PropertyTable Properties { get; } = new();
}
