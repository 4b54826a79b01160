using Microsoft.CodeAnalysis;
using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.Model;
using VideoTasks.Generated;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>Finds the canonical fields of an operation in the typed model of its answer.</summary>
internal sealed class AnswerBinder(EnumCollector enums)
{
    /// <summary>The typed answer; null when there is none.</summary>
    /// <param name="builder">The request builder.</param>
    /// <param name="verb">The verb of its method.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="itemsPointer">Where the tasks are in the answer of a list.</param>
    public TypedAnswer? Bind(ITypeSymbol builder, string verb, DescribedOperation operation, string? itemsPointer)
    {
        var sender = builder.Methods(name => IsSender(name, verb)).FirstOrDefault(m => m.ReturnType.Name == "Task");
        var answer = (sender?.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        var model = answer is null || operation.Role != VideoRole.List ? answer : itemsPointer is null ? null : ItemsAt(answer, itemsPointer);
        if (model is null || !model.IsModel() || !HasFactory(model))
        {
            return null;
        }

        var readings = operation.Fields.Select(field => Bind(model, field)).OfType<TypedReading>().ToList();
        return readings.Count == 0 ? null : new(model.Global(), new(readings));
    }

    // GetAsync, or GetAsContentGetResponseAsync where the schema of the answer stands in the operation itself.
    private static bool IsSender(string name, string verb) =>
        name == verb + "Async" || (name.StartsWith(verb + "As", StringComparison.Ordinal) && name.EndsWith("Async", StringComparison.Ordinal));

    private static bool HasFactory(ITypeSymbol type) =>
        type.GetMembers("CreateFromDiscriminatorValue").OfType<IMethodSymbol>().Any(m => m.IsStatic && m.Parameters.Length == 1);

    private static ITypeSymbol? ItemsAt(ITypeSymbol model, string pointer) => (pointer.Length == 0 ? model : Follow(model, pointer)?.Type)?.Items();

    private static (List<ValueStep> Steps, ITypeSymbol Type)? Follow(ITypeSymbol model, string pointer)
    {
        var steps = new List<ValueStep>();
        var type = model;
        foreach (var segment in pointer.Split('/').Skip(1).Select(MemberNames.Unescape))
        {
            if (type.Items() is { } items)
            {
                if (segment != "0")
                {
                    return null;
                }

                steps.Add(new(null));
                type = items;
            }
            else if (type.IsModel() && MemberNames.OfMember(type, segment).Single is { } property)
            {
                steps.Add(new(property.Name));
                type = property.Type;
            }
            else
            {
                return null;
            }
        }

        return steps.Count > 0 ? (steps, type.Bare()) : null;
    }

    private TypedReading? Bind(ITypeSymbol model, DescribedField field)
    {
        if (Follow(model, field.Pointer) is not var (steps, type))
        {
            return null;
        }

        // A member that may be text or something else: the client has a class with a property for each.
        if (type.IsComposed() && type.Properties().Where(p => p.Type.IsText()).ToList() is { Count: 1 } texts)
        {
            steps.Add(new(texts[0].Name));
            type = texts[0].Type;
        }

        if (field.Field == VideoTaskField.Error && type.IsModel() && !type.IsComposed())
        {
            return BindError(steps, type);
        }

        return ValueKinds.CanHold(field.Field, ValueKinds.Of(type)) ? new(field.Field, Value(steps, type)) : null;
    }

    private TypedReading? BindError(List<ValueStep> steps, ITypeSymbol type) =>
        Part(steps, type, "message", ValueKind.Text) is { } message
            ? new(VideoTaskField.Error, message)
            {
                IsErrorObject = true,
                ErrorCode = Part(steps, type, "code", ValueKind.Text | ValueKind.Integer | ValueKind.Enum),
                ErrorType = Part(steps, type, "type", ValueKind.Text | ValueKind.Integer | ValueKind.Enum),
            }
            : null;

    private TypedValue? Part(List<ValueStep> steps, ITypeSymbol type, string name, ValueKind kinds) =>
        MemberNames.OfMember(type, name).Single is { } property && kinds.HasFlag(ValueKinds.Of(property.Type.Bare()))
            ? Value([.. steps, new(property.Name)], property.Type.Bare())
            : null;

    private TypedValue Value(IEnumerable<ValueStep> steps, ITypeSymbol type) =>
        new(new(steps), type.TypeKind == TypeKind.Enum ? enums.Add(type) : null);
}
