using VideoTasks;
using VideoTasks.Emulator;

// For the vendor itself: no emulator, no BaseUrl, your own key.
await using var emulator = await VideoEmulator.StartAsync();
var client = new VideoTaskClient("hingnet", new() { ApiKey = emulator.ApiKey, BaseUrl = emulator.GetBaseUrl("hingnet") });

var task = await client.CreateAsync(new() { Model = "sora-2", Prompt = "A cat plays the piano", Seconds = 4, Size = "720x1280" });
Console.WriteLine(task.Handle);

task = await client.WaitAsync(task.Id);
Console.WriteLine($"{task.Status}, {task.DurationSeconds} s, {task.Width} × {task.Height}");

var file = await client.DownloadToFileAsync(task.Id, "cat.mp4");
Console.WriteLine($"{file.Length} bytes, SHA-256 {file.Sha256}");
return file.Sha256 == emulator.GetSha256("hingnet", task.Id) ? 0 : 1;
