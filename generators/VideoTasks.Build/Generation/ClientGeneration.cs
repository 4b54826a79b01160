using System.Runtime.ExceptionServices;
using Microsoft.OpenApi;
using VideoTasks.Build.Building;
using VideoTasks.Build.Refining;
using VideoTasks.Build.Selection;
using VideoTasks.Build.Urls;
using VideoTasks.Build.Writing;

namespace VideoTasks.Build.Generation;

/// <summary>Document → client: builds a neutral model, refines it for C#, writes it. Touches no disk.</summary>
internal static class ClientGeneration
{
    // Components refer to each other in chains of any length, and each link takes some frames.
    private const int StackSize = 256 * 1024 * 1024;

    /// <exception cref="ClientGenerationException">The document is beyond what can be generated.</exception>
    public static GenerationResult Generate(OpenApiDocument document, GenerateOptions options)
    {
        GenerationResult? result = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = GenerateHere(document, options);
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        if (failure is { SourceException: InsufficientExecutionStackException })
        {
            throw new ClientGenerationException("Its schemas refer to each other in a chain that is too long");
        }

        failure?.Throw();
        return result!;
    }

    private static GenerationResult GenerateHere(OpenApiDocument document, GenerateOptions options)
    {
        var context = new BuildContext(document, options);
        var paths = PathSelection.Select(document.Paths ?? [], options.IncludePatterns, options.ExcludePatterns);
        if (paths.Count == 0)
        {
            context.Warnings.Add("No path of the document is selected");
        }

        new ClientBuilder(context).Build(UrlTree.Create(paths, context.Warnings));
        UnusedModels.Remove(context);
        CSharpRefiner.Refine(context);
        var writer = new TypeWriter(options, ServerUrl.Of(document, options.DocumentLocation));
        var types = context.Namespaces.Client.SelfAndDescendants().SelectMany(static ns => ns.Types).ToArray();
        var root = context.Namespaces.Client.Name;
        var files = new GeneratedFile[types.Length];
        Parallel.For(0, types.Length, i => files[i] = new GeneratedFile(FilePaths.Of(types[i], root), writer.Write(types[i])));
        Array.Sort(files, static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new GenerationResult(files, context.Warnings);
    }
}
