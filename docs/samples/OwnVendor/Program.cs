using VideoTasks;
using VideoTasks.Emulator;
using VideoTasks.Vendors;

// Acme doesn't exist: the emulator has a vendor with the same API. For a real one leave BaseUrl out; it is in the document.
await using var emulator = await VideoEmulator.StartAsync();
var client = new VideoTaskClient("acme", new() { ApiKey = emulator.ApiKey, BaseUrl = emulator.GetBaseUrl("ezmodel") });
Console.WriteLine($"{VideoVendors.Acme.Description.BaseUrl} is played by {emulator.GetBaseUrl("ezmodel")}");

var task = await client.CreateAsync(new() { Model = "sora-2", Prompt = "A cat plays the piano", Seconds = 4 });
task = await client.WaitAsync(task.Id);
var file = await client.DownloadToFileAsync(task.Id, "cat.mp4");

Console.WriteLine($"{task.Handle}: {file.Length} bytes in {file.Path}, SHA-256 {file.Sha256}");
return file.Sha256 == emulator.GetSha256("ezmodel", task.Id) ? 0 : 1;
