using Microsoft.CodeAnalysis;
using VideoTasks.Build.Description.Format;
using VideoTasks.Generated;

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

    public static bool CanHold(VideoTaskField field, ValueKind kind) => Of(field.KindOf()).HasFlag(kind);

    private static ValueKind Of(VideoTaskFieldKind kind) => kind switch
    {
        VideoTaskFieldKind.Id => ValueKind.Text | ValueKind.Integer,
        VideoTaskFieldKind.Text or VideoTaskFieldKind.Size => Word,
        VideoTaskFieldKind.Progress => Quantity,
        VideoTaskFieldKind.Time => Quantity | ValueKind.Time,
        VideoTaskFieldKind.Duration or VideoTaskFieldKind.Pixels => Quantity | ValueKind.Enum,
        VideoTaskFieldKind.Url or VideoTaskFieldKind.Error => ValueKind.Text,
        _ => default,
    };

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
