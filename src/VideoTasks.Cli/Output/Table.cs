using Spectre.Console;

namespace VideoTasks.Cli.Output;

/// <summary>A table: with lines on a terminal; when piped, as columns without any, a line a row unless COLUMNS sets a width.</summary>
internal static class Table
{
    public static void Write(CommandConsole console, string[] columns, IReadOnlyList<string[]> rows)
    {
        if (console.IsOutTerminal)
        {
            WriteDrawn(console, TableBorder.Rounded, CommandConsole.Width, columns, rows);
        }
        else if (CommandConsole.WantedWidth is { } width)
        {
            WriteDrawn(console, TableBorder.None, width, columns, rows);
        }
        else
        {
            WritePlain(console.Out, columns, rows);
        }
    }

    private static void WritePlain(TextWriter writer, string[] columns, IReadOnlyList<string[]> rows)
    {
        var widths = columns.Select((column, i) => rows.Select(row => row[i].Length).Append(column.Length).Max()).ToArray();
        foreach (var row in rows.Prepend(columns))
        {
            writer.WriteLine(string.Join("  ", row.Select((cell, i) => Lines.Join(cell).PadRight(widths[i]))).TrimEnd());
        }
    }

    private static void WriteDrawn(
        CommandConsole console, TableBorder border, int width, string[] columns, IReadOnlyList<string[]> rows)
    {
        var table = new Spectre.Console.Table { Border = border };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(Lines.Join(cell))));
        }

        var drawn = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(console.Out),
            Ansi = console.IsOutTerminal && CommandConsole.MayEscape ? AnsiSupport.Detect : AnsiSupport.No,
        });
        drawn.Profile.Width = width;
        drawn.Write(table);
    }
}
