using System.Text;
using VideoTasks.Build.Description;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition;
using VideoTasks.SourceGenerator.Tests.Kiota;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>Documents of made-up vendors, and the descriptions that the client generator writes for them.</summary>
internal static class VendorDocuments
{
    public const string Root = "/repo";

    /// <summary>A vendor with the usual operations.</summary>
    public const string Acme = """
        openapi: 3.0.3
        info:
          title: Acme
          version: 1.0.0
        servers:
          - url: https://api.acme.test
        security:
          - key: []
        paths:
          /v1/videos:
            post:
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        model: { type: string }
                        prompt: { type: string }
                        seconds: { type: integer }
                        size: { type: string }
                        input_reference:
                          oneOf:
                            - type: array
                              items: { type: string }
                            - type: object
                              properties:
                                image_url: { type: string }
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/VideoObject' }
            get:
              parameters:
                - { name: limit, in: query, schema: { type: integer } }
                - { name: after, in: query, schema: { type: string } }
              responses:
                '200': { description: ok }
          /v1/videos/{video_id}:
            get:
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/VideoObject' }
          /v1/videos/{video_id}/content:
            get:
              parameters:
                - { name: variant, in: query, schema: { type: string, enum: [video, thumbnail] } }
              responses:
                '200':
                  description: ok
                  content:
                    video/mp4: {}
        components:
          schemas:
            VideoObject:
              type: object
              properties:
                id: { type: string }
                status:
                  type: string
                  enum: [queued, in_progress, completed, failed]
                progress: { type: number }
                created_at: { type: integer }
                seconds: { type: integer }
                size: { type: string }
                video_url: { type: string }
                error:
                  type: object
                  properties:
                    code: { type: string }
                    message: { type: string }
          securitySchemes:
            key: { type: http, scheme: bearer }
        """;

    /// <summary>The vendor of a document like <see cref="Acme"/>.</summary>
    public static TestVendor Vendor(string yaml = Acme) => TestVendor.OfText("acme", yaml, "Acme.Client", "AcmeClient");

    /// <summary>Kiota's client of <see cref="Acme"/>.</summary>
    public static string[] AcmeClient() => KiotaBatch.SourcesOf(Vendor().Client);

    /// <summary>The description of a YAML document.</summary>
    public static string Describe(string yaml, string vendor = "acme", string clientNamespace = "Acme.Client", string clientClass = "AcmeClient") =>
        DescriptionCodec.Write(VendorDescriber.Describe(
            VendorRecognizer.Recognize(Read(yaml, vendor)), new VendorFacts(
                vendor, clientNamespace, clientClass, $"openapi/{vendor}.yaml", "HASH", Root)));

    /// <summary>A YAML document as if it stood in the repository.</summary>
    public static SourceDocument Read(string yaml, string vendor)
    {
        var diagnostics = new DiagnosticBag();
        var document = SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(yaml), $"{Root}/openapi/{vendor}.yaml", vendor, diagnostics);
        diagnostics.All.ShouldBeEmpty();
        return document!;
    }

    /// <summary>The number of the line of a text that holds a fragment, from 1.</summary>
    public static int LineOf(string text, string fragment) => text[..text.IndexOf(fragment, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
}
