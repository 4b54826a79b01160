using VideoTasks.SourceGenerator.Model;
using static VideoTasks.SourceGenerator.CSharp.CSharpLiteral;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>The expressions that a request is made with.</summary>
internal static class Calls
{
    /// <summary>A method of the typed client, without its arguments.</summary>
    public static string Typed(BoundOperation operation, TypedRequest typed, ClientType client)
    {
        var steps = typed.Steps.Select(step => step.Property is { } property ? ".@" + property
            : operation.HasPathValues ? $"[path[{Literal(step.Parameter)}]]"
            : "[id]");
        return $"new {client.Name}(adapter){string.Concat(steps)}.{typed.Method}";
    }

    /// <summary>A request by the document's path, without the typed client's builders.</summary>
    public static string ByPath(BoundOperation operation)
    {
        var description = operation.Description;
        return $"{LibraryNames.RequestValues}.Create(adapter, {Literal(description.Method)}, {Literal(description.Path)}, "
            + $"{(operation.HasPathValues ? "path" : "id")})";
    }
}
