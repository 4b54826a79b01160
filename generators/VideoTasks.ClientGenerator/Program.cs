using VideoTasks.ClientGenerator.Commands;

return args switch
{
    ["generate", .. var rest] => GenerateCommand.Run(rest, Console.Out, Console.Error),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("VideoTasks.ClientGenerator generate --language CSharp --openapi FILE --output FOLDER --class-name NAME --namespace-name NAME …");
    return 2;
}
