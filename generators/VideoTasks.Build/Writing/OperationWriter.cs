using VideoTasks.Build.Building;
using VideoTasks.Build.Model;
using VideoTasks.Build.Refining;

namespace VideoTasks.Build.Writing;

/// <summary>An operation: the method that sends it, and the one that builds its request.</summary>
internal static class OperationWriter
{
    public static void Write(Operation operation, CodeText text)
    {
        WriteExecutor(operation, text);
        text.Line();
        WriteGenerator(operation, text);
    }

    public static void RequireValue(string name, TypeReference type, CodeText text)
    {
        var escaped = Identifiers.Escaped(name);
        var condition = TypeNames.IsText(type) && type.Collection is CollectionKind.None ? $"string.IsNullOrEmpty({escaped})" : $"ReferenceEquals({escaped}, null)";
        text.Line($"if ({condition}) throw new global::System.ArgumentNullException(nameof({escaped}));");
    }

    private static bool IsVoid(Operation operation) => operation.ReturnType is NamedType { Declaration: null, Name: PrimitiveTypes.Void };

    private static string BodyParameters(Operation operation) => operation.Body is not { } body ? ""
        : $"{TypeNames.Of(body.Type)} body, {(body.CallerChoosesContentType ? "string contentType, " : "")}";

    private static string ConfigurationOf(Operation operation) =>
        $"global::System.Action<{TypeNames.Abstractions}RequestConfiguration<{operation.QueryParameters?.QualifiedName ?? TypeNames.Abstractions + "DefaultQueryParameters"}>>? requestConfiguration = default";

    private static void WriteDocumentation(Operation operation, CodeText text)
    {
        Documentation.Summary(text, operation.Description, operation.DocumentationLabel, operation.DocumentationLink);
        if (operation.Body is { } body)
        {
            Documentation.Parameter(text, "body", body.Description);
            if (body.CallerChoosesContentType)
            {
                Documentation.Parameter(text, "contentType", "The content type of the body.");
            }
        }

        Documentation.Parameter(text, "requestConfiguration", "Headers, query parameters and options of the request.");
    }

    private static void RequireBody(Operation operation, CodeText text)
    {
        if (operation.Body is not { } body)
        {
            return;
        }

        RequireValue("body", body.Type, text);
        if (body.CallerChoosesContentType)
        {
            text.Line("if (string.IsNullOrEmpty(contentType)) throw new global::System.ArgumentNullException(nameof(contentType));");
        }
    }

    private static void WriteExecutor(Operation operation, CodeText text)
    {
        var result = IsVoid(operation) ? "global::System.Threading.Tasks.Task" : $"global::System.Threading.Tasks.Task<{TypeNames.NullableOf(operation.ReturnType)}>";
        WriteDocumentation(operation, text);
        Documentation.Parameter(text, "cancellationToken", "Cancels the request.");
        foreach (var (code, error) in operation.Errors)
        {
            text.Line($"/// <exception cref=\"{error.Declaration!.QualifiedName}\">When the status code is {Escaping.Xml(code == "XXX" ? "4XX or 5XX" : code)}.</exception>");
        }

        Documentation.Obsolete(text, operation.Deprecation);
        text.Open($"public async {result} {operation.Stem}Async({BodyParameters(operation)}{ConfigurationOf(operation)}, global::System.Threading.CancellationToken cancellationToken = default)");
        RequireBody(operation, text);
        var arguments = operation.Body switch { null => "", { CallerChoosesContentType: true } => "body, contentType, ", _ => "body, " };
        text.Line($"var requestInfo = To{operation.Stem}RequestInformation({arguments}requestConfiguration);");
        var errors = "default";
        if (operation.Errors.Count > 0)
        {
            errors = "errorMapping";
            text.Open($"var errorMapping = new global::System.Collections.Generic.Dictionary<string, {TypeNames.Serialization}ParsableFactory<{TypeNames.Serialization}IParsable>>");
            foreach (var (code, error) in operation.Errors)
            {
                text.Line($"{{ {Escaping.Literal(code)}, {TypeNames.BareOf(error)}.CreateFromDiscriminatorValue }},");
            }

            text.Close("};");
        }

        WriteSend(operation, errors, text);
        text.Close();
    }

    private static void WriteSend(Operation operation, string errors, CodeText text)
    {
        var type = operation.ReturnType;
        if (IsVoid(operation))
        {
            text.Line($"await RequestAdapter.SendNoContentAsync(requestInfo, {errors}, cancellationToken).ConfigureAwait(false);");
            return;
        }

        var element = TypeNames.ElementOf(type);
        var isScalar = TypeNames.IsPrimitive(type) || TypeNames.IsEnum(type) || type is NamedType { Declaration: null, Name: "Stream" };
        var isCollection = type.Collection is not CollectionKind.None;
        var method = $"Send{(isScalar ? "Primitive" : "")}{(isCollection ? "Collection" : "")}Async<{element}>";
        var factory = isScalar ? "" : $", {TypeNames.BareOf(type)}.CreateFromDiscriminatorValue";
        var call = $"await RequestAdapter.{method}(requestInfo{factory}, {errors}, cancellationToken).ConfigureAwait(false);";
        text.Line(isCollection ? $"var collectionResult = {call}" : $"return {call}");
        if (isCollection)
        {
            text.Line("return collectionResult?.AsList();");
        }
    }

    private static void WriteGenerator(Operation operation, CodeText text)
    {
        WriteDocumentation(operation, text);
        Documentation.Obsolete(text, operation.Deprecation);
        text.Open($"public {TypeNames.Abstractions}RequestInformation To{operation.Stem}RequestInformation({BodyParameters(operation)}{ConfigurationOf(operation)})");
        RequireBody(operation, text);
        var template = operation.UrlTemplateOverride is { } own ? Escaping.Literal(own) : "UrlTemplate";
        text.Line($"var requestInfo = new {TypeNames.Abstractions}RequestInformation({TypeNames.Abstractions}Method.{operation.HttpMethod}, {template}, PathParameters);");
        text.Line("requestInfo.Configure(requestConfiguration);");
        if (operation.AcceptedTypes.Count > 0)
        {
            text.Line($"requestInfo.Headers.TryAdd(\"Accept\", {Escaping.Literal(string.Join(", ", operation.AcceptedTypes))});");
        }

        if (operation.Body is { } body)
        {
            WriteContent(body, text);
        }

        text.Line("return requestInfo;").Close();
    }

    private static void WriteContent(RequestBody body, CodeText text)
    {
        var contentType = body.CallerChoosesContentType ? "contentType" : Escaping.Literal(body.ContentType ?? "application/octet-stream");
        var suffix = body.Type.Collection is CollectionKind.None ? "" : "Collection";
        text.Line(body.Type switch
        {
            NamedType { Declaration: null, Name: "Stream" } => $"requestInfo.SetStreamContent(body, {contentType});",
            NamedType { Declaration: ClassDeclaration } or NamedType { Declaration: null, Name: PrimitiveTypes.Multipart or PrimitiveTypes.Untyped } =>
                $"requestInfo.SetContentFromParsable(RequestAdapter, {contentType}, body);",
            NamedType { Declaration: EnumDeclaration } enumeration =>
                $"requestInfo.SetContentFromEnum{suffix}<{TypeNames.BareOf(enumeration)}>(RequestAdapter, {contentType}, body);",
            _ => $"requestInfo.SetContentFromScalar{suffix}(RequestAdapter, {contentType}, body);",
        });
    }
}
