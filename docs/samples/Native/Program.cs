using Native;
using VideoTasks;

if (args is not [var baseUrl, var key, var path])
{
    Console.Error.WriteLine("Native BASE-URL KEY FILE");
    return 2;
}

var client = new VideoTaskClient(new AcmeVendor(), new() { ApiKey = key, BaseUrl = new(baseUrl) });
var task = await client.CreateAsync(new() { Model = "sora-2", Prompt = "A cat plays the piano", Seconds = 4 });
task = await client.WaitAsync(task.Id);
var file = await client.DownloadToFileAsync(task.Id, path);
Console.WriteLine($"{task.Id} {file.Sha256}");
return 0;
