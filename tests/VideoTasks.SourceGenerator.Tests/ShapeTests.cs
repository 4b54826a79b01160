using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using VideoTasks.Build.Locking;
using VideoTasks.Generated;
using VideoTasks.SourceGenerator.Tests.Kiota;
using VideoTasks.Vendors;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>
/// Shapes of documents that are hard for generated code. Each compiles with the client that Kiota writes for it, and beside it stands what is said
/// of it and which requests go out.
/// </summary>
public sealed class ShapeTests : IUsesVendors
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Shapes");

    /// <summary>What a lock file may say besides, which changes the client and none of the requests.</summary>
    private static readonly (string Option, Func<LockedClient, LockedClient> Change)[] Options =
    [
        ("usesBackingStore", static c => c with { UsesBackingStore = true }),
        ("excludeBackwardCompatible", static c => c with { ExcludeBackwardCompatible = false }),
        ("includeAdditionalData", static c => c with { IncludeAdditionalData = false }),
    ];

    private static readonly string[] ShapesWithOptions =
        ["answer-types", "body-types", "collisions", "create-json-or-multipart", "deprecated", "id-int32", "read-by-body", "scopes"];

    public static TheoryData<string> Shapes =>
        [.. Directory.GetFiles(Folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public static MatrixTheoryData<string, string> ShapesAndOptions => new(ShapesWithOptions, Options.Select(o => o.Option));

    static IEnumerable<TestVendor> IUsesVendors.Vendors =>
        [.. Shapes.Select(s => Vendor(s.Data)), .. ShapesWithOptions.SelectMany(shape => Options.Select(option => Vendor(shape, option.Option)))];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_shape_compiles_and_its_requests_go_out_as_the_document_says(string shape) => Summary(Vendor(shape)).ShouldBe(Expected(shape));

    [Theory]
    [MemberData(nameof(ShapesAndOptions))]
    public void What_the_lock_file_says_besides_changes_no_request(string shape, string option) =>
        Summary(Vendor(shape, option)).ShouldBe(Expected(shape));

    private static string Expected(string shape) => File.ReadAllText(Path.Combine(Folder, shape + ".txt")).ReplaceLineEndings("\n");

    private static TestVendor Vendor(string shape) => TestVendor.OfFile($"Shapes/{shape}.yaml");

    private static TestVendor Vendor(string shape, string option) => Vendor(shape).With(Options.Single(o => o.Option == option).Change);

    private static string Summary(TestVendor vendor)
    {
        var (compilation, result) = GeneratorRun.Run(vendor.Description, KiotaBatch.SourcesOf(vendor.Client));
        compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        var text = new StringBuilder();
        foreach (var diagnostic in result.Diagnostics.OrderBy(d => d.Location.GetLineSpan().StartLinePosition)
            .ThenBy(d => d.Id, StringComparer.Ordinal))
        {
            var place = diagnostic.Location.GetLineSpan().StartLinePosition;
            text.Append(
                CultureInfo.InvariantCulture, $"{diagnostic.Id} {place.Line + 1}:{place.Character + 1} "
                    + $"{diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n");
        }

        foreach (var request in Requests(VendorBuild.Load(compilation)))
        {
            text.Append(request).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Requests(VideoVendor vendor)
    {
        using var client = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = "https://vendor.test" };
        foreach (var operation in vendor.Description.Operations)
        {
            var arguments = new VideoRequestArguments
            {
                Id = "task 7",
                Variant = "thumbnail",
                Limit = 20,
                After = "task 6",
                Position = 2,
                PathParameters = operation.Parameters.Where(p => p is { Location: VideoParameterLocation.Path, Value: null })
                    .ToDictionary(p => p.Name, _ => "a b"),
            };
            var information = vendor.ToRequest(operation.Operation, client, arguments)
                ?? vendor.ToCreateRequest(operation.Operation, client, arguments, VendorDrive.Fit(Cat, operation));
            yield return $"{operation.Operation}: {information.ShouldNotBeNull().HttpMethod} {information.URI.AbsoluteUri}{Body(information)}";
        }
    }

    private static readonly VideoTaskRequest Cat = new() { Prompt = "a cat", Model = "m2", Seconds = 5, Size = "1280x720" };

    private static string Body(RequestInformation information)
    {
        if (information.Content is not { } content || content == Stream.Null)
        {
            return "";
        }

        using var reader = new StreamReader(content);
        var body = reader.ReadToEnd();
        var mediaType = information.Headers.TryGetValue("Content-Type", out var values) ? values.Single() : "";
        if (mediaType.Split("boundary=") is [_, var boundary])
        {
            (mediaType, body) = (mediaType.Replace(boundary, "B", StringComparison.Ordinal), body.Replace(boundary, "B", StringComparison.Ordinal));
        }

        return $" {mediaType} {(mediaType.EndsWith("json", StringComparison.Ordinal) ? Sorted(body) : body.ReplaceLineEndings("|"))}";
    }

    // The order of members says nothing; a member that stands twice is a fault.
    private static string Sorted(string json) =>
        new JsonObject(
            JsonNode.Parse(json)!
                .AsObject()
                .OrderBy(m => m.Key, StringComparer.Ordinal)
                .Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))).ToJsonString();
}
