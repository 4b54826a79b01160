using VideoTasks.Build.Generation;
using VideoTasks.Build.Model;
using VideoTasks.Build.Refining;

namespace VideoTasks.Build.Writing;

/// <summary>A request builder's members: constructors, what lies below, operations.</summary>
internal sealed class RequestBuilderWriter(GenerateOptions options, string baseUrl)
{
    private const string Adapter = TypeNames.Abstractions + "IRequestAdapter requestAdapter";
    private const string Parameters = "global::System.Collections.Generic.Dictionary<string, object>";

    public void WriteMembers(RequestBuilderClass builder, CodeText text)
    {
        foreach (var navigation in builder.Navigations)
        {
            Documentation.Summary(text, navigation.Description);
            Documentation.Obsolete(text, navigation.Deprecation);
            var target = navigation.Target.QualifiedName;
            text.Line($"public {target} {Identifiers.Escaped(navigation.Name)} => new {target}(PathParameters, RequestAdapter);").Line();
        }

        foreach (var indexer in builder.Indexers)
        {
            WriteIndexer(indexer, text);
        }

        if (builder.IsClient)
        {
            WriteClientConstructor(builder, text);
        }
        else
        {
            WriteConstructors(builder, text);
        }

        foreach (var navigation in builder.ParameterizedNavigations)
        {
            text.Line();
            WriteMethod(navigation, text);
        }

        foreach (var operation in builder.Operations)
        {
            text.Line();
            OperationWriter.Write(operation, text);
        }

        if (builder.HasWithUrl)
        {
            text.Line();
            Documentation.Summary(text, "Returns a request builder with another URL, which replaces path and query parameters.");
            Documentation.Parameter(text, "rawUrl", "The URL.");
            Documentation.Obsolete(text, builder.WithUrlDeprecation);
            text.Open($"public {builder.QualifiedName} WithUrl(string rawUrl)");
            text.Line($"return new {builder.QualifiedName}(rawUrl, RequestAdapter);").Close();
        }
    }

    private static void WriteIndexer(ItemIndexer indexer, CodeText text)
    {
        var target = indexer.Target.QualifiedName;
        Documentation.Summary(text, indexer.Description);
        Documentation.Parameter(text, "position", indexer.Parameter.Description);
        Documentation.Obsolete(text, indexer.Deprecation);
        text.Open($"public {target} this[{TypeNames.Of(indexer.Parameter.Type)} position]").Open("get");
        text.Line($"var urlTplParams = new {Parameters}(PathParameters);");
        text.Line($"urlTplParams.Add({Escaping.Literal(indexer.Parameter.TemplateName)}, position);");
        text.Line($"return new {target}(urlTplParams, RequestAdapter);").Close().Close().Line();
    }

    private static void WriteMethod(ParameterizedNavigation navigation, CodeText text)
    {
        var target = navigation.Target.QualifiedName;
        var parameters = navigation.Parameters.OrderBy(static p => p.Name, StringComparer.OrdinalIgnoreCase).ToArray();
        Documentation.Summary(text, navigation.Description);
        foreach (var parameter in parameters)
        {
            Documentation.Parameter(text, parameter.Name, parameter.Description);
        }

        Documentation.Obsolete(text, navigation.Deprecation);
        var signature = string.Join(", ", parameters.Select(static p => $"{TypeNames.Of(p.Type)} {Identifiers.Escaped(p.Name)}"));
        text.Open($"public {target} {Identifiers.Escaped(navigation.Name)}({signature})");
        foreach (var parameter in parameters)
        {
            OperationWriter.RequireValue(parameter.Name, parameter.Type, text);
        }

        // By name: the constructor of a builder that is shared may know other parameters.
        var known = navigation.Target.PathParameters.Select(static p => p.Name).ToHashSet(StringComparer.Ordinal);
        var arguments = string.Concat(parameters.Where(p => known.Contains(p.Name)).Select(static p => $", {Identifiers.Escaped(p.Name)}: {Identifiers.Escaped(p.Name)}"));
        text.Line($"return new {target}(PathParameters, RequestAdapter{arguments});").Close();
    }

    private void WriteClientConstructor(RequestBuilderClass builder, CodeText text)
    {
        var store = options.UsesBackingStore ? $", {TypeNames.Abstractions}Store.IBackingStoreFactory? backingStore = default" : "";
        Documentation.Summary(text, "Creates the client.");
        Documentation.Parameter(text, "requestAdapter", "Sends the requests.");
        if (options.UsesBackingStore)
        {
            Documentation.Parameter(text, "backingStore", "Creates the stores of the models.");
        }

        text.Open($"public {Identifiers.Escaped(builder.Name)}({Adapter}{store}) : base(requestAdapter, {Escaping.Literal(builder.UrlTemplate)}, new {Parameters}())");
        foreach (var serializer in Modules(options.Serializers))
        {
            text.Line($"{TypeNames.Abstractions}ApiClientBuilder.RegisterDefaultSerializer<global::{serializer}>();");
        }

        foreach (var deserializer in Modules(options.Deserializers))
        {
            text.Line($"{TypeNames.Abstractions}ApiClientBuilder.RegisterDefaultDeserializer<global::{deserializer}>();");
        }

        if (baseUrl.Length > 0)
        {
            text.Open("if (string.IsNullOrEmpty(RequestAdapter.BaseUrl))").Line($"RequestAdapter.BaseUrl = {Escaping.Literal(baseUrl)};").Close();
            text.Line("PathParameters.TryAdd(\"baseurl\", RequestAdapter.BaseUrl);");
        }

        if (options.UsesBackingStore)
        {
            text.Line("RequestAdapter.EnableBackingStore(backingStore!);");
        }

        text.Close();
    }

    // What is given is code: only a name of a type can stand there.
    private static IEnumerable<string> Modules(IReadOnlyList<string> modules) => modules is ["none"]
        ? []
        : modules.Where(static m => m.Length > 0).Select(static m => string.Join('.', m.Split('.').Select(static s => Identifiers.Escaped(Identifiers.Valid(s)))));

    private static void WriteConstructors(RequestBuilderClass builder, CodeText text)
    {
        var parameters = builder.PathParameters.OrderBy(static p => p.Name, StringComparer.OrdinalIgnoreCase).ToArray();
        var optional = string.Concat(parameters.Select(static p =>
            $", {OptionalTypeOf(p.Type)} {Identifiers.Escaped(p.Name)} = {(IsPlainText(p.Type) ? "\"\"" : "default")}"));
        var template = Escaping.Literal(builder.UrlTemplate);
        Documentation.Summary(text, "Creates the request builder.");
        foreach (var parameter in parameters)
        {
            Documentation.Parameter(text, parameter.Name, parameter.Description);
        }

        Documentation.Parameter(text, "pathParameters", "Path parameters of the request.");
        Documentation.Parameter(text, "requestAdapter", "Sends the requests.");
        text.Open($"public {Identifiers.Escaped(builder.Name)}({Parameters} pathParameters, {Adapter}{optional}) : base(requestAdapter, {template}, pathParameters)");
        foreach (var parameter in parameters)
        {
            var name = Identifiers.Escaped(parameter.Name);
            var condition = IsPlainText(parameter.Type) ? $"if (!string.IsNullOrWhiteSpace({name})) " : $"if ({name} != null) ";
            text.Line($"{condition}PathParameters.Add({Escaping.Literal(parameter.TemplateName)}, {name});");
        }

        text.Close().Line();
        Documentation.Summary(text, "Creates the request builder.");
        Documentation.Parameter(text, "rawUrl", "The URL of the request.");
        Documentation.Parameter(text, "requestAdapter", "Sends the requests.");
        text.Open($"public {Identifiers.Escaped(builder.Name)}(string rawUrl, {Adapter}) : base(requestAdapter, {template}, rawUrl)").Close();
    }

    private static bool IsPlainText(NamedType type) => TypeNames.IsText(type) && type.Collection is CollectionKind.None;

    private static string OptionalTypeOf(NamedType type) => IsPlainText(type) ? TypeNames.Of(type) : TypeNames.NullableOf(type);
}
