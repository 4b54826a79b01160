using VideoTasks.Benchmarks;
using VideoTasks.Benchmarks.Download;

return args switch
{
    ["download", .. var rest] => await DownloadBenchmark.RunAsync(rest),
    ["waits", .. var rest] => await WaitBenchmark.RunAsync(rest),
    ["mapping"] => MappingBenchmark.Run(),
    ["generate", .. var rest] => await GenerationBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- download [--rounds N] [--size 1m|100m|1g] [--cli PROGRAM]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- mapping");
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- waits");
    Console.Error.WriteLine("The download compares with curl and aria2c over nginx (apt-get install nginx-light aria2 curl);");
    Console.Error.WriteLine("PROGRAM is a published command line, to be compared whole: see CONTRIBUTING.md, Measured.");
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- generate DOCUMENT...");
    Console.Error.WriteLine("Processor time of generating 1, 10 and 100 vendors, copies of the documents, beside Kiota alone.");
    return 2;
}
