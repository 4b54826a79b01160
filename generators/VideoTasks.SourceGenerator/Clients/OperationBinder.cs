using Microsoft.CodeAnalysis;
using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.Diagnostics;
using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>
/// Joins operations with the typed client. What the typed client's builders can't take, the request is built without: by the document's path.
/// An operation that the client lacks, or whose body can't be written, is left out.
/// </summary>
internal sealed class OperationBinder(ITypeSymbol client, string? itemsPointer)
{
    private readonly EnumCollector _read = new();
    private readonly EnumCollector _written = new();

    public EquatableArray<ClientEnum> ReadEnums => _read.ToArray();

    public EquatableArray<ClientEnum> WrittenEnums => _written.ToArray();

    /// <summary>The operation, or why the vendor goes without it.</summary>
    public (BoundOperation? Bound, UnboundOperation? Unbound) Bind(DescribedOperation operation)
    {
        var path = BuilderPath.Find(client, operation.Path);
        var verb = operation.Method.Substring(0, 1).ToUpperInvariant() + operation.Method.Substring(1).ToLowerInvariant();
        var shapes = path.Builder is null ? null : MethodShape.FindAll(path.Builder, verb);
        var missing = path.Missing ?? (shapes is { Count: 0 } ? $"{path.Builder!.Name} has no {verb}" : null);
        if (missing is not null)
        {
            return (null, new(operation, DiagnosticDescriptors.OperationNotInClient.Id, missing));
        }

        var shape = shapes?.FirstOrDefault(s => s is not null);
        var enums = new EnumCollector();
        var body = shape is null ? null : new BodyBinder(enums).Bind(shape, operation);
        var isTyped = shape is not null && path.TakesTexts && QueryBinder.FitsTemplate(operation)
            && (shape.Body is null || (body is not null && RequestBodies.CanSend(body, operation)));
        if (RequestBodies.Unwritable(operation, shape?.Body, isTyped) is { } unwritable)
        {
            return (null, new(operation, DiagnosticDescriptors.UnwritableBody.Id, unwritable));
        }

        if (isTyped)
        {
            _written.AddAll(enums);
        }

        var typed = isTyped ? new TypedRequest(new(path.Steps), shape!.Name, body) : null;
        var queries = QueryBinder.Bind(operation, isTyped && body is null ? shape!.Queries : null);
        var answer = path.Builder is null ? null : new AnswerBinder(_read).Bind(path.Builder, verb, operation, itemsPointer);
        return (new(operation, typed, queries, answer) { Form = RequestBodies.FormOf(operation) ?? RequestForm.Json }, null);
    }
}
