using Spectre.Console;

namespace VideoTasks.Cli.Output;

/// <summary>A table: with lines on a terminal, as columns without any when piped.</summary>
internal static class Table
{
    public static void Write(CommandConsole console, string[] columns, IReadOnlyList<string[]> rows)
    {
        if (console.IsOutTerminal)
        {
            WriteDrawn(console, columns, rows);
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

    private static void WriteDrawn(CommandConsole console, string[] columns, IReadOnlyList<string[]> rows)
    {
        var table = new Spectre.Console.Table { Border = TableBorder.Rounded };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(Lines.Join(cell))));
        }

        AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(console.Out) }).Write(table);
    }
}
