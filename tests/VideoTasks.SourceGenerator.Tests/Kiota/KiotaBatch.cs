using System.Reflection;
using VideoTasks.Build.Kiota;
using VideoTasks.Build.Tests;

namespace VideoTasks.SourceGenerator.Tests.Kiota;

/// <summary>The clients of all vendors that tests use, written by one run of Kiota when the first of them is wanted.</summary>
internal static class KiotaBatch
{
    private static readonly Lazy<Dictionary<string, ClientResult>> Clients = new(Generate);

    /// <summary>The sources of a client.</summary>
    /// <exception cref="InvalidOperationException">No test class names the client as one of its own, or Kiota can't do it.</exception>
    public static string[] SourcesOf(KiotaClient client) => Clients.Value.GetValueOrDefault(client.Key) switch
    {
        null => throw new InvalidOperationException($"No test class names {client.Namespace} among its {nameof(IUsesVendors.Vendors)}."),
        { Files: { } files } => [.. files.Select(static f => f.Content)],
        var result => throw new InvalidOperationException($"Kiota wrote no client for {client.Namespace}: {result.Failure}"),
    };

    private static Dictionary<string, ClientResult> Generate()
    {
        var folder = Directory.CreateTempSubdirectory("videotasks-kiota-");
        try
        {
            var clients = All().DistinctBy(c => c.Key).ToList();
            var options = KiotaTool.Options(folder.FullName) with { Timeout = TimeSpan.FromMinutes(10) };
            var results = new KiotaClientGenerator(options).Generate([.. clients.Select(c => c.Request)]);
            return clients.Zip(results).ToDictionary(p => p.First.Key, p => p.Second, StringComparer.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<KiotaClient> All()
    {
        var read = typeof(KiotaBatch).GetMethod(nameof(Of), BindingFlags.NonPublic | BindingFlags.Static)!;
        return typeof(KiotaBatch).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IUsesVendors)))
            .SelectMany(t => (IEnumerable<TestVendor>)read.MakeGenericMethod(t).Invoke(null, null)!)
            .Select(v => v.Client);
    }

    private static IEnumerable<TestVendor> Of<T>()
        where T : IUsesVendors => T.Vendors;
}
