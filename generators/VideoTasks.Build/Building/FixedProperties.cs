using Microsoft.OpenApi.MicrosoftExtensions;
using VideoTasks.Build.Model;
using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

/// <summary>Properties that models have whatever the document says.</summary>
internal static class FixedProperties
{
    public const string AdditionalData = "AdditionalData";
    public const string BackingStore = "BackingStore";

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "GetFieldDeserializers", "get_field_deserializers", "Serialize", AdditionalData, "additional_data", BackingStore, "backing_store",
    };

    public static bool IsReserved(string name) => Reserved.Contains(name);

    public static Property NewAdditionalData() => new()
    {
        Name = AdditionalData,
        Kind = PropertyKind.AdditionalData,
        Type = new NamedType("IDictionary<string, object>") { IsNullable = false },
        Description = "Properties of the value that the document doesn't describe. They are sent back with it.",
    };

    public static Property NewBackingStore() => new()
    {
        Name = BackingStore,
        Kind = PropertyKind.BackingStore,
        Type = new NamedType("IBackingStore") { IsNullable = false },
        IsReadOnly = true,
        Description = "Holds the values of this model.",
    };

    public static bool IsPrimaryErrorMessage(Schema schema) =>
        schema.Extensions is not null && schema.Extensions.TryGetValue(OpenApiPrimaryErrorMessageExtension.Name, out var extension)
        && extension is OpenApiPrimaryErrorMessageExtension { IsPrimaryErrorMessage: true };
}
