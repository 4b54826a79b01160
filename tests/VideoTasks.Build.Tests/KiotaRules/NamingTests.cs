using VideoTasks.Build.Generation;
using VideoTasks.Build.Tests.Compilation;

namespace VideoTasks.Build.Tests.KiotaRules;

public class NamingTests
{
    [Theory]
    [InlineData("stream", "StreamNamespace")]
    [InlineData("date", "DateNamespace")]
    [InlineData("method", "MethodNamespace")]
    [InlineData("task", "TaskNamespace")]
    [InlineData("time", "Time")]
    public void A_path_segment_called_like_a_type_that_files_import_gets_another_namespace(string segment, string expected)
    {
        var files = Generate($$"""
            openapi: 3.0.3
            info: { title: t, version: '1' }
            paths:
              /{{segment}}:
                get: { responses: { '204': { description: ok } } }
            """);

        files.ShouldContain(file => file.Content.Contains($"namespace Test.{expected}\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Stream", "StreamObject")]
    [InlineData("Date", "DateObject")]
    [InlineData("Method", "MethodObject")]
    [InlineData("MultipartBody", "MultipartBodyObject")]
    [InlineData("TimeProvider", "TimeProvider")]
    public void A_schema_called_like_a_type_that_files_import_gets_another_class(string schema, string expected)
    {
        var files = Generate($$"""
            openapi: 3.0.3
            info: { title: t, version: '1' }
            paths:
              /things:
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/{{schema}}' } } } } } }
            components:
              schemas:
                {{schema}}: { type: object, properties: { a: { type: string } } }
            """);

        files.ShouldContain(file => file.Content.Contains($" class {expected} ", StringComparison.Ordinal));
    }

    private static IReadOnlyList<GeneratedFile> Generate(string document) => TestDocument.Generate(document).Files;
}
