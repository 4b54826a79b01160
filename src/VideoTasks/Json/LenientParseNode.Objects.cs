using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace VideoTasks.Json;

/// <content>Models and collections.</content>
internal sealed partial class LenientParseNode
{
    public T GetObjectValue<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        ArgumentNullException.ThrowIfNull(factory);
        var item = factory(this);
        if (item is UntypedNode)
        {
            return (T)(IParsable)UntypedJson.From(json);
        }

        if (json.ValueKind != JsonValueKind.Object && item is not IComposedTypeWrapper)
        {
            _isLost |= json.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
            return default!;
        }

        OnBeforeAssignFieldValues?.Invoke(item);
        if (item is IBackedModel backed)
        {
            backed.BackingStore?.InitializationCompleted = false;
        }

        AssignFields(item);
        if (item is IBackedModel assigned)
        {
            assigned.BackingStore?.InitializationCompleted = true;
        }

        OnAfterAssignFieldValues?.Invoke(item);
        return item;
    }

    public IEnumerable<T> GetCollectionOfObjectValues<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        ArgumentNullException.ThrowIfNull(factory);
        return Items().Select(item => Child(item).GetObjectValue(factory)).Where(item => item is not null).ToList();
    }

    public IEnumerable<T?> GetCollectionOfEnumValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
        where T : struct, Enum => Items().Select(item => Child(item).GetEnumValue<T>()).ToList();

    public IEnumerable<T> GetCollectionOfPrimitiveValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>() =>
        Items().Select(item => Child(item).Primitive(typeof(T))).Where(value => value is not null).Select(value => (T)value!).ToList();

    private LenientParseNode Child(JsonElement value) =>
        new(value) { OnBeforeAssignFieldValues = OnBeforeAssignFieldValues, OnAfterAssignFieldValues = OnAfterAssignFieldValues };

    /// <summary>The items of an array; a value that stands alone where an array is expected counts as its only item.</summary>
    private IEnumerable<JsonElement> Items() => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray(),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [json],
    };

    private object? Primitive(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => GetStringValue(),
            _ when type == typeof(int) => GetIntValue(),
            _ when type == typeof(long) => GetLongValue(),
            _ when type == typeof(double) => GetDoubleValue(),
            _ when type == typeof(float) => GetFloatValue(),
            _ when type == typeof(decimal) => GetDecimalValue(),
            _ when type == typeof(bool) => GetBoolValue(),
            _ when type == typeof(byte) => GetByteValue(),
            _ when type == typeof(sbyte) => GetSbyteValue(),
            _ when type == typeof(Guid) => GetGuidValue(),
            _ when type == typeof(DateTimeOffset) => GetDateTimeOffsetValue(),
            _ when type == typeof(TimeSpan) => GetTimeSpanValue(),
            _ when type == typeof(Date) => GetDateValue(),
            _ when type == typeof(Time) => GetTimeValue(),
            _ when type == typeof(byte[]) => GetByteArrayValue(),
            _ => null,
        };
    }

    private void AssignFields(IParsable item)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var fields = item.GetFieldDeserializers();
        var additional = (item as IAdditionalDataHolder)?.AdditionalData;
        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            var name = property.Name;
            var node = Child(property.Value);
            if (fields.TryGetValue(name, out var assign))
            {
                assign(node);
                if (!node._isLost)
                {
                    continue;
                }
            }

            if (additional is not null)
            {
                additional[name] = UntypedJson.Loose(property.Value)!;
            }
        }
    }
}
