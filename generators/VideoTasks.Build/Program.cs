using VideoTasks.Build.Update;

return args switch
{
    ["update", .. var rest] => UpdateCommand.Run(rest, Console.Out, Console.Error),
    _ => UpdateCommand.Usage(Console.Error),
};
