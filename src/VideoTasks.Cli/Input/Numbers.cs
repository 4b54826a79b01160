using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace VideoTasks.Cli.Input;

/// <summary>Options that take a whole number within limits.</summary>
internal static class Numbers
{
    public static Option<int?> Option(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => Parse(name, result, least, most),
    };

    private static int? Parse(string name, ArgumentResult result, int least, int most)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError(most == int.MaxValue
            ? $"{name} '{text}' is not a whole number from {least}."
            : $"{name} '{text}' is not a whole number from {least} to {most}.");
        return null;
    }
}
