using VideoTasks.Benchmarks;

return args switch
{
    ["download", .. var rest] => await DownloadBenchmark.RunAsync(rest),
    ["download-once", .. var rest] => await DownloadOnce.RunAsync(rest),
    ["mapping"] => MappingBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- download [--rounds N] [--directory DIR] [--quick]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- mapping");
    Console.Error.WriteLine("The download compares with curl and aria2c over nginx (apt-get install nginx-light aria2 curl).");
    return 2;
}
