using Microsoft.CodeAnalysis;
using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>The way from the client to the request builder of a path, segment by segment.</summary>
/// <param name="Builder">The request builder; null when it can't be told which it is.</param>
/// <param name="Steps">The way.</param>
/// <param name="TakesTexts">Whether all parameters on the way are texts, as ids are.</param>
/// <param name="Missing">Why the client has no such builder; null when it may have one.</param>
internal sealed record BuilderPath(ITypeSymbol? Builder, IReadOnlyList<BuilderStep> Steps, bool TakesTexts, string? Missing)
{
    private static readonly BuilderPath Unknown = new(null, [], false, null);

    public static BuilderPath Find(ITypeSymbol client, string path)
    {
        var builder = client;
        var steps = new List<BuilderStep>();
        var takesTexts = true;
        foreach (var segment in path.Split('/').Skip(1))
        {
            if (HasNoName(segment))
            {
                return Unknown;
            }

            if (segment[0] == '{')
            {
                var indexers = builder.Properties().Where(p => p.IsIndexer && p.Parameters.Length == 1).OrderBy(SymbolExtensions.IsObsolete).ToList();
                if (indexers.Count == 0)
                {
                    return Lacks($"{builder.Name} has no indexer for {segment}");
                }

                takesTexts &= indexers[0].Parameters[0].Type.IsText();
                steps.Add(new(null, segment.Trim('{', '}')));
                builder = indexers[0].Type;
                continue;
            }

            var match = MemberNames.OfSegment(builder, segment);
            if (match.Single is not { } property)
            {
                return match.IsAmbiguous ? Unknown : Lacks($"{builder.Name} has no property for '{segment}'");
            }

            steps.Add(new(property.Name, null));
            builder = property.Type;
        }

        return new(builder, steps, takesTexts, null);
    }

    private static BuilderPath Lacks(string reason) => new(null, [], false, reason);

    // Kiota makes up a name for a segment without a letter or digit, and for one that is half a parameter.
    private static bool HasNoName(string segment)
    {
        var isParameter = segment.Length > 2 && segment[0] == '{' && segment.IndexOf('}') == segment.Length - 1;
        return !isParameter && (segment.IndexOf('{') >= 0 || !segment.Any(char.IsLetterOrDigit));
    }
}
