using VideoTasks.Build.Model;

namespace VideoTasks.Build.Refining;

/// <summary>An error model derives from the runtime's exception, so it takes in what its base classes had.</summary>
internal static class ErrorModels
{
    public static void BecomeException(ModelClass model)
    {
        var ancestors = model.Ancestors().Reverse().ToArray();
        model.Base = null;
        foreach (var property in ancestors.SelectMany(static a => a.Properties))
        {
            var isMessage = model.IsError && property.Name.Equals("Message", StringComparison.OrdinalIgnoreCase);
            if (!isMessage && !model.Properties.ContainsName(property.Name))
            {
                model.Properties.Add(property.Clone(), model.Name);
            }
        }
    }
}
