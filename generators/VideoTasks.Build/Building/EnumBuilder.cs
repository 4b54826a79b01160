using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi.MicrosoftExtensions;
using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

/// <summary>enum → enum.</summary>
internal static class EnumBuilder
{
    /// <summary>The enum; null when the schema is none.</summary>
    public static EnumDeclaration? Build(Schema schema, string name, string fallbackDescription)
    {
        if (!schema.IsEnum)
        {
            return null;
        }

        var description = Texts.Clean(schema.Description);
        var result = new EnumDeclaration
        {
            Name = name,
            IsFlags = Extension<OpenApiEnumFlagsExtension>(schema, OpenApiEnumFlagsExtension.Name)?.IsFlags ?? false,
            Description = description.Length > 0 || schema.ComponentId is not null ? description : fallbackDescription,
            Deprecation = Deprecations.Of(schema),
        };
        var described = Extension<OpenApiEnumValuesDescriptionExtension>(schema, OpenApiEnumValuesDescriptionExtension.Name)?.ValuesDescriptions ?? [];
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in ValuesOf(schema).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var details = described.Find(d => string.Equals(d.Value, value, StringComparison.OrdinalIgnoreCase));
            var optionName = Symbols.Clean(string.IsNullOrEmpty(details?.Name) ? value : details.Name);
            if (optionName.Length > 0 && names.Add(optionName))
            {
                result.Options.Add(new EnumOption { Name = optionName, Value = value, Description = details?.Description ?? "" });
            }
        }

        return result;
    }

    private static IEnumerable<string> ValuesOf(Schema schema)
    {
        foreach (var value in schema.Enum!.OfType<JsonValue>())
        {
            var text = value.GetValueKind() switch
            {
                JsonValueKind.String => value.GetValue<string>(),
                JsonValueKind.Number => NumberText(value),
                _ => "",
            };
            if (text.Length > 0)
            {
                yield return text;
            }
        }
    }

    private static string NumberText(JsonValue value) =>
        value.TryGetValue<decimal>(out var number) ? number.ToString(CultureInfo.InvariantCulture) : value.ToJsonString();

    private static T? Extension<T>(Schema schema, string name)
        where T : class => schema.Extensions is not null && schema.Extensions.TryGetValue(name, out var extension) ? extension as T : null;
}
