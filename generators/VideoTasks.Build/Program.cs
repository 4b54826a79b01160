using VideoTasks.Build.Commands;
using VideoTasks.Build.Update;

return args switch
{
    ["generate", .. var rest] => GenerateCommand.Run(rest, Console.Out, Console.Error),
    ["update", .. var rest] => UpdateCommand.Run(rest, Console.Out, Console.Error),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("VideoTasks.Build generate --language CSharp --openapi FILE --output FOLDER --class-name NAME --namespace-name NAME …");
    Console.Error.WriteLine("Makes a C# client of one document, with the arguments of 'kiota generate'.");
    Console.Error.WriteLine();
    Console.Error.WriteLine(UpdateCommand.Usage);
    return 2;
}
