using System.Diagnostics;
using System.Text.Json;
using VideoTasks.Mapping;
using VideoTasks.Vendors;

namespace VideoTasks.Benchmarks;

/// <summary>What it costs to map one body: time, and bytes allocated.</summary>
internal static class MappingBenchmark
{
    private const int Rounds = 200_000;

    private static readonly (string Name, string Body)[] Bodies =
    [
        ("flat", """
            {"id":"video_691209aab0a08198a4e78870277f7e3d","object":"video","created_at":1762789802,"completed_at":1762789891,"expires_at":1762793491,
             "status":"success","model":"sora-2","prompt":"a cat","progress":100,"seconds":"4","size":"720x1280"}
            """),
        ("enveloped twice", """
            {"code":"success","message":"","data":{"task_id":"asyntask_1","status":"SUCCESS","result_url":"https://cdn.example/a.mp4","fail_reason":"",
             "submit_time":1777288506,"finish_time":1777288800,"progress":"100%","data":{"content":{"video_url":"https://cdn.example/a.mp4"},
             "created_at":1777288506,"duration":5,"id":"cgt-1","model":"doubao-seedance-2-0","status":"succeeded","usage":{"total_tokens":108900}}}}
            """),
        ("failed", """{"id":"task_1","status":"failed","error":{"code":"moderation_blocked","message":"The prompt was refused."}}"""),
    ];

    public static int Run()
    {
        Console.WriteLine($"{"body",-18}{"B/task",10}{"µs/task",10}");
        var vendor = VideoVendors.All.Single(vendor => vendor.Description.Name == "openai").Description;
        foreach (var (name, body) in Bodies)
        {
            var json = JsonElement.Parse(body);
            Map(vendor, json);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            Map(vendor, json);
            var elapsed = Stopwatch.GetElapsedTime(started);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Console.WriteLine($"{name,-18}{allocated / Rounds,10}{elapsed.TotalMicroseconds / Rounds,10:0.00}");
        }

        return 0;
    }

    private static void Map(VideoVendorDescription vendor, JsonElement json)
    {
        for (var i = 0; i < Rounds; i++)
        {
            VideoTaskMapper.Map(vendor, VideoOperation.Get, json, "task");
        }
    }
}
