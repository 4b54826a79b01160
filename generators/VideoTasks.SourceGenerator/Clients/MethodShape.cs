using Microsoft.CodeAnalysis;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>
/// A method of Kiota's that builds a request: <c>To{Verb}RequestInformation(body?, contentType?, Action{RequestConfiguration{T}}?)</c>.
/// </summary>
/// <param name="Name">The method.</param>
/// <param name="Body">The type of the body; null for a method without one.</param>
/// <param name="TakesMediaType">Whether the caller chooses among several media types.</param>
/// <param name="Queries">The type of the query parameters; null without one.</param>
internal sealed record MethodShape(string Name, ITypeSymbol? Body, bool TakesMediaType, ITypeSymbol? Queries)
{
    /// <summary>The methods of a builder for a verb; null in the place of one whose parameters are others.</summary>
    public static IReadOnlyList<MethodShape?> FindAll(ITypeSymbol builder, string verb)
    {
        var name = $"To{verb}RequestInformation";
        return [.. builder.Methods(n => n == name).Select(Read)];
    }

    private static MethodShape? Read(IMethodSymbol method)
    {
        if (method.Parameters.LastOrDefault() is not { IsOptional: true } last
            || (last.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault() is not INamedTypeSymbol { Name: "RequestConfiguration" } configuration)
        {
            return null;
        }

        var queries = configuration.TypeArguments.FirstOrDefault();
        var before = method.Parameters.Length - 1;
        return before switch
        {
            0 => new(method.Name, null, false, queries),
            1 => new(method.Name, method.Parameters[0].Type, false, queries),
            2 when method.Parameters[1].Type.IsText() => new(method.Name, method.Parameters[0].Type, true, queries),
            _ => null,
        };
    }
}
