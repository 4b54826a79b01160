using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>
/// Finds what a description names in the typed client, whoever generated it: the client's class by its name, the request builders by walking the
/// segments of the path, the model of the answer by the type of the method that sends. Everything leaves it as text.
/// </summary>
internal static class ClientFinder
{
    public static ClientModel Find(VendorModel vendor, Compilation compilation, CancellationToken cancellationToken)
    {
        var name = vendor.ClientNamespace.Length == 0 ? vendor.ClientClass : $"{vendor.ClientNamespace}.{vendor.ClientClass}";
        if (vendor.Error is not null || (compilation.GetTypeByMetadataName(name) ?? compilation.GetTypeByMetadataName(Capitalize(name))) is not { } client)
        {
            return new(null, false, new([]), new([]), new([]));
        }

        var (read, written) = (new ClientEnums(), new ClientEnums());
        var operations = new List<ClientOperation>();
        foreach (var operation in vendor.Operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            operations.Add(Find(client, operation, vendor.ItemsPointer, read, written));
        }

        return new(client.Global(), client.DeclaredAccessibility == Accessibility.Public, new(operations), read.ToArray(), written.ToArray());
    }

    // Kiota begins every part of a namespace with a capital, whatever the lock file says.
    private static string Capitalize(string name) =>
        string.Join(".", name.Split('.').Select(part => part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part.Substring(1)));

    private static ClientOperation Find(INamedTypeSymbol client, OperationModel operation, string? items, ClientEnums read, ClientEnums written)
    {
        if (operation.Path.Split('/').Any(s => s.IndexOf('{') >= 0 && !(s[0] == '{' && s.IndexOf('}') == s.Length - 1)))
        {
            return Raw(operation);
        }

        ITypeSymbol builder = client;
        var chain = "";
        var idFix = false;
        foreach (var segment in operation.Path.Split('/').Where(s => s.Length > 0))
        {
            if (segment[0] == '{')
            {
                var indexers = builder.Properties().Where(p => p.IsIndexer && p.Parameters.Length == 1).ToList();
                var indexer = indexers.Find(p => p.Parameters[0].Type.SpecialType == SpecialType.System_String && !IsObsolete(p)) ?? indexers.Find(p => !IsObsolete(p)) ?? indexers.FirstOrDefault();
                if (indexer is null)
                {
                    return Missing($"{builder.Name} has no indexer for {segment}");
                }

                var isText = indexer.Parameters[0].Type.SpecialType == SpecialType.System_String;
                if (operation.Paths.Count > 0 && !isText)
                {
                    return Raw(operation);
                }

                idFix |= !isText;
                chain += operation.Paths.Count > 0 ? $"[path[{Emit.CodeWriter.Literal(segment.Trim('{', '}'))}]]" : isText ? "[id]" : "[default]";
                builder = indexer.Type;
            }
            else if (SymbolNames.Find(builder, segment) is { } property)
            {
                chain += ".@" + property.Name;
                builder = property.Type;
            }
            else
            {
                return Missing($"{builder.Name} has no property for '{segment}'");
            }
        }

        var verb = operation.Method.Substring(0, 1) + operation.Method.Substring(1).ToLowerInvariant();
        var method = Methods(builder, $"To{verb}RequestInformation").OrderBy(IsObsolete).FirstOrDefault();
        return method is null ? Missing($"{builder.Name} has no {verb}") : Describe(operation, builder, method, verb, chain, idFix, operation.Role == "List" ? items : "", read, written);
    }

    private static ClientOperation Describe(OperationModel operation, ITypeSymbol builder, IMethodSymbol method, string verb, string chain, bool idFix, string? itemsPointer, ClientEnums read, ClientEnums written)
    {
        var takesBody = method.Parameters.Length > 1;
        var body = takesBody ? BodyOf(method.Parameters[0].Type, written) : null;
        if (body?.Kind == "Model" && SendsMultipart(method))
        {
            body = body with { Kind = "Unsendable" };
        }

        if (takesBody && body is null)
        {
            return Missing($"{builder.Name} takes a body of the type {method.Parameters[0].Type.Name}");
        }

        var sender = builder.GetMembers().OfType<IMethodSymbol>().Where(m => IsSender(m, verb)).OrderBy(IsObsolete).FirstOrDefault();
        ITypeSymbol? answer = (sender?.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        answer = itemsPointer is null ? null : itemsPointer.Length == 0 && operation.Role != "List" ? answer : answer is null ? null : ResponseReader.ItemsAt(answer, itemsPointer);
        var isModel = answer is { TypeKind: TypeKind.Class } && answer.Implements("IParsable") && HasFactory(answer);
        var readings = isModel ? new ResponseReader(read).Read(answer!, operation.Fields) : new([]);
        return new(null, chain, method.Name, idFix, body, QueriesOf(method), isModel ? answer!.Global() : null, readings);
    }

    // Kiota has no builder for a segment that is half a parameter that could be found by its name.
    private static ClientOperation Raw(OperationModel operation) =>
        new(null, "", "", false, operation.Bodies.Count > 0 || operation.IdIn == "body" ? new ClientBody("Unsendable", "", false, new([])) : null, new([]), null, new([])) { IsRaw = true };

    private static ClientOperation Missing(string reason) => new(reason, "", "", false, null, new([]), null, new([]));

    private static bool IsObsolete(ISymbol symbol) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == "ObsoleteAttribute");

    // For a document with JSON and multipart Kiota may write a method that takes a model and sends it as multipart, which its runtime refuses.
    private static bool SendsMultipart(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Any(r => r.GetSyntax().ToString().IndexOf("\"multipart/form-data\"", StringComparison.Ordinal) >= 0);

    // GetAsync, or GetAsContentGetResponseAsync where the schema of the answer stands in the operation itself.
    private static bool IsSender(IMethodSymbol method, string verb) =>
        method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, ReturnType.Name: "Task" }
        && (method.Name == verb + "Async" || (method.Name.StartsWith(verb + "As", StringComparison.Ordinal) && method.Name.EndsWith("Async", StringComparison.Ordinal)));

    private static IEnumerable<IMethodSymbol> Methods(ITypeSymbol type, string name) =>
        type.GetMembers(name).OfType<IMethodSymbol>().Where(m => m.DeclaredAccessibility == Accessibility.Public && !m.IsStatic);

    private static bool HasFactory(ITypeSymbol type) =>
        type.GetMembers("CreateFromDiscriminatorValue").OfType<IMethodSymbol>().Any(m => m.IsStatic && m.Parameters.Length == 1);

    private static ClientBody? BodyOf(ITypeSymbol type, ClientEnums enums)
    {
        if (type.Name == "MultipartBody")
        {
            return new("Multipart", type.Global(), false, new([]));
        }

        if (type.Is("System.IO.Stream"))
        {
            return new("Stream", type.Global(), false, new([]));
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } model || !model.InstanceConstructors.Any(c => c.Parameters.Length == 0 && c.DeclaredAccessibility == Accessibility.Public))
        {
            return null;
        }

        var isComposed = type.Implements("IComposedTypeWrapper");
        var properties = isComposed ? [] : type.Properties().Where(p => !p.IsIndexer && p.SetMethod is not null).Select(p => Property(p, enums)).OfType<ClientProperty>();
        return new("Model", type.Global(), !isComposed && type.Implements("IAdditionalDataHolder"), new(properties.OrderBy(p => p.Name, StringComparer.Ordinal)));
    }

    private static EquatableArray<ClientProperty> QueriesOf(IMethodSymbol method)
    {
        // Action<RequestConfiguration<TQueryParameters>>
        var configuration = (method.Parameters.LastOrDefault()?.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;
        var parameters = configuration?.TypeArguments.FirstOrDefault();
        return parameters is null or { Name: "DefaultQueryParameters" }
            ? new([])
            : new(parameters.Properties().Select(p => Property(p, null)).OfType<ClientProperty>().OrderBy(p => p.Name, StringComparer.Ordinal));
    }

    private static ClientProperty? Property(IPropertySymbol property, ClientEnums? enums)
    {
        var wire = property.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "QueryParameterAttribute")?.ConstructorArguments.FirstOrDefault().Value as string;
        var type = property.Type.Bare();
        var kind = type.SpecialType switch
        {
            SpecialType.System_String => "String",
            SpecialType.System_Int32 => "Int32",
            SpecialType.System_Int64 => "Int64",
            SpecialType.System_Double => "Double",
            SpecialType.System_Boolean => "Boolean",
            _ when type.TypeKind == TypeKind.Enum => "Enum",
            _ when type.Items() is { SpecialType: SpecialType.System_String } => type is IArrayTypeSymbol ? "StringArray" : "StringList",
            _ => null,
        };
        if (kind is null || property.SetMethod is null || IsObsolete(property))
        {
            return null;
        }

        var name = SymbolNames.Squash(Uri.UnescapeDataString(wire ?? property.Name));
        return new(property.Name, name, kind, kind == "Enum" ? enums?.Add(type) : null);
    }
}
