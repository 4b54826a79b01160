using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;
using VideoTasks.Build.Urls;

namespace VideoTasks.Build.Building;

/// <summary>The tree of paths → request builders, and everything that their operations use.</summary>
internal sealed class ClientBuilder(BuildContext context)
{
    private readonly OperationBuilder _operations = new(context, new ModelBuilder(context));

    public RequestBuilderClass Build(UrlNode root)
    {
        var client = new RequestBuilderClass
        {
            Name = context.Options.ClientClassName,
            IsClient = true,
            Namespace = context.Namespaces.Client,
            Description = "The entry point of the client.",
        };
        context.Namespaces.Client.Types.GetOrAdd(client);
        Fill(client, root);
        return client;
    }

    private void Fill(RequestBuilderClass builder, UrlNode node)
    {
        var children = node.Children.Values.Select(child => (Node: child, Builder: Declare(child))).ToArray();
        foreach (var (child, target) in children)
        {
            AddNavigation(builder, node, child, target);
        }

        if (!builder.HasUrl)
        {
            builder.HasUrl = true;
            builder.UrlTemplate = UrlTemplates.Of(node);
            builder.PathParameters.AddRange(PathParameters.InSegment(node, context));
        }

        if (node.HasOperations)
        {
            AddOperations(builder, node);
        }

        foreach (var (child, target) in children)
        {
            Fill(target, child);
        }
    }

    private RequestBuilderClass Declare(UrlNode node)
    {
        var ns = context.Namespaces.GetOrAdd(SegmentNames.NamespaceOf(node.Path, context.Options.ClientNamespaceName));
        var name = node.NavigationName(node.IsItem ? "ItemRequestBuilder" : "RequestBuilder");
        if (ns.Name.EndsWith(SegmentNames.ReservedItemEscaped, StringComparison.OrdinalIgnoreCase))
        {
            name = name.Replace(SegmentNames.ReservedItem, SegmentNames.ReservedItemEscaped, StringComparison.OrdinalIgnoreCase);
        }

        var builder = new RequestBuilderClass
        {
            Name = Symbols.Clean(name),
            Namespace = ns,
            Description = Texts.FirstNonEmpty(node.Description, $"Builds and executes requests for operations under {node.Path}"),
        };

        // Segments that differ only in what names can't hold, such as foo-bar and foo.bar, share a request builder.
        return ns.Types.GetOrAdd(builder) as RequestBuilderClass
            ?? throw new InvalidOperationException($"A model is called like the request builder of {node.Path.Replace('\\', '/')}");
    }

    private void AddNavigation(RequestBuilderClass builder, UrlNode parent, UrlNode child, RequestBuilderClass target)
    {
        if (child.IsItem)
        {
            if (builder.Indexers.Count == 0)
            {
                builder.Indexers.Add(new ItemIndexer
                {
                    Parameter = PathParameters.OfIndexer(child, context),
                    Target = target,
                    Description = Texts.FirstNonEmpty(child.Description, "Gets an item of the collection"),
                    Deprecation = Deprecations.Of(child),
                });
            }
        }
        else if (child.HasOtherParameters)
        {
            builder.ParameterizedNavigations.Add(new ParameterizedNavigation
            {
                Name = Symbols.Clean(child.NavigationName("")),
                Target = target,
                Parameters = PathParameters.InSegment(child, context),
                Description = Texts.FirstNonEmpty(child.Description, $"Builds and executes requests for operations under {child.Path}"),
                Deprecation = Deprecations.Of(child),
            });
        }
        else
        {
            var name = Symbols.Clean(child.NavigationName(""));
            if (FixedProperties.IsReserved(name))
            {
                name += "Property";
            }

            if (!builder.Navigations.Exists(n => n.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                builder.Navigations.Add(new Navigation
                {
                    Name = name,
                    Target = target,
                    Description = Texts.FirstNonEmpty(child.Description, $"The {name} property"),
                    Deprecation = Deprecations.Of(parent),
                });
            }
        }
    }

    private void AddOperations(RequestBuilderClass builder, UrlNode node)
    {
        if (!builder.IsClient && !builder.HasWithUrl)
        {
            builder.HasWithUrl = true;
            builder.WithUrlDeprecation = Deprecations.Of(node);
        }

        foreach (var (method, operation) in node.Endpoint!.Operations)
        {
            if (!builder.Operations.Exists(o => o.HttpMethod.Equals(method.Method, StringComparison.OrdinalIgnoreCase)))
            {
                builder.Operations.Add(_operations.Build(builder, node, method, operation));
            }
        }
    }
}
