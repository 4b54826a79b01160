using Microsoft.CodeAnalysis;
using VideoTasks.Build.Description.Format;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>What a value of a typed model is.</summary>
[Flags]
internal enum ValueKind
{
    Text = 1,
    Integer = 2,
    Number = 4,
    Time = 8,
    Enum = 16,

    /// <summary>What no field is read from.</summary>
    Other = 32,
}

/// <summary>Which values the canonical fields are read from.</summary>
internal static class ValueKinds
{
    private const ValueKind Word = ValueKind.Text | ValueKind.Enum;
    private const ValueKind Quantity = ValueKind.Text | ValueKind.Integer | ValueKind.Number;

    private static readonly Dictionary<TaskField, ValueKind> ByField = new()
    {
        [TaskField.Id] = ValueKind.Text | ValueKind.Integer,
        [TaskField.Status] = Word,
        [TaskField.Progress] = Quantity,
        [TaskField.Model] = Word,
        [TaskField.Prompt] = Word,
        [TaskField.CreatedAt] = Quantity | ValueKind.Time,
        [TaskField.CompletedAt] = Quantity | ValueKind.Time,
        [TaskField.ExpiresAt] = Quantity | ValueKind.Time,
        [TaskField.Duration] = Quantity | ValueKind.Enum,
        [TaskField.Size] = Word,
        [TaskField.Width] = Quantity | ValueKind.Enum,
        [TaskField.Height] = Quantity | ValueKind.Enum,
        [TaskField.VideoUrl] = ValueKind.Text,
        [TaskField.Error] = ValueKind.Text,
    };

    public static bool CanHold(TaskField field, ValueKind kind) => ByField.TryGetValue(field, out var kinds) && kinds.HasFlag(kind);

    public static ValueKind Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => ValueKind.Text,
        SpecialType.System_Int64 or SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_Byte or SpecialType.System_SByte
            => ValueKind.Integer,
        SpecialType.System_Double or SpecialType.System_Single => ValueKind.Number,
        _ when type.TypeKind == TypeKind.Enum => ValueKind.Enum,
        _ when type.Is("System.DateTimeOffset") => ValueKind.Time,
        _ => ValueKind.Other,
    };
}
