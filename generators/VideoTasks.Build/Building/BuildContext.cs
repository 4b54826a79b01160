using Microsoft.OpenApi;
using VideoTasks.Build.Generation;
using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;
using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

/// <summary>What the builders of one client share.</summary>
internal sealed class BuildContext
{
    private readonly string _componentPrefix;

    public BuildContext(OpenApiDocument document, GenerateOptions options)
    {
        Document = document;
        Options = options;
        MediaTypes = new StructuredMediaTypes(options.StructuredMimeTypes);
        Namespaces = new NamespaceTree(options.ClientNamespaceName);
        Schemas = new SchemaSource(document);
        Inheritance = new InheritanceIndex(Schemas);
        _componentPrefix = CommonPrefix(Schemas.ComponentIds);
    }

    public OpenApiDocument Document { get; }

    public GenerateOptions Options { get; }

    public StructuredMediaTypes MediaTypes { get; }

    public NamespaceTree Namespaces { get; }

    public SchemaSource Schemas { get; }

    public InheritanceIndex Inheritance { get; }

    public List<string> Warnings { get; } = [];

    /// <summary>Models that parts of multipart bodies use: nothing else refers to them.</summary>
    public HashSet<TypeDeclaration> MultipartModels { get; } = [];

    public string ModelsNamespaceOf(string? component)
    {
        if (string.IsNullOrEmpty(component))
        {
            return "";
        }

        var id = component.StartsWith(Options.ClientClassName, StringComparison.OrdinalIgnoreCase) ? component[Options.ClientClassName.Length..] : component;
        id = id.Trim('.');
        if (_componentPrefix.Length > 0 && id.StartsWith(_componentPrefix, StringComparison.OrdinalIgnoreCase))
        {
            id = id[_componentPrefix.Length..];
        }

        id = id.Trim('.');
        var lastDot = id.LastIndexOf('.');
        var suffix = lastDot < 0 ? "" : "." + string.Join('.', id[..lastDot].Split('.').Select(Symbols.Clean));
        return Namespaces.Models.Name + suffix;
    }

    /// <summary>The namespace of a component, or, for an inline schema, the one that it is used in.</summary>
    public CodeNamespace NamespaceFor(Schema schema, CodeNamespace current) =>
        string.IsNullOrEmpty(schema.ComponentId) ? current : Namespaces.GetOrAdd(ModelsNamespaceOf(schema.ComponentId));

    private static string CommonPrefix(IEnumerable<string> components)
    {
        var namespaces = components
            .Select(static id => string.Join('.', id.Split('.', StringSplitOptions.RemoveEmptyEntries).SkipLast(1)))
            .Where(static ns => ns.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(static ns => ns.Count('.'))
            .ToArray();
        var prefix = "";
        foreach (var segment in namespaces.FirstOrDefault()?.Split('.', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var longer = prefix.Length == 0 ? segment : $"{prefix}.{segment}";
            if (!Array.TrueForAll(namespaces, ns => ns.StartsWith(longer, StringComparison.OrdinalIgnoreCase)))
            {
                break;
            }

            prefix = longer;
        }

        return prefix;
    }
}
