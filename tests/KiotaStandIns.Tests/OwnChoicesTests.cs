using KiotaStandIns.Tests.Client;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Multipart;

namespace KiotaStandIns.Tests;

/// <summary>Where the stand-in does on purpose what the published package does not, or does not promise.</summary>
public class OwnChoicesTests
{
    [Fact]
    public void Models_that_refer_to_each_other_end()
    {
        var one = new Video { Id = "1" };
        var two = new Video { Id = "2", Source = one };
        one.Source = two;
        one.BackingStore.InitializationCompleted = true;

        two.Status = VideoStatus.Completed;
        one.BackingStore.ReturnOnlyChangedValues = true;

        one.BackingStore.Enumerate().ShouldContain(static pair => pair.Key == "source");
    }

    [Theory]
    [InlineData("{var")]
    [InlineData("var}")]
    [InlineData("{}")]
    [InlineData("{!var}")]
    [InlineData("{var:0}")]
    [InlineData("{var:10000}")]
    [InlineData("{var:x}")]
    [InlineData("{list:2}")]
    public void A_malformed_template_is_an_argument_exception(string template)
    {
        var request = new RequestInformation { UrlTemplate = "http://host/" + template };
        request.PathParameters["var"] = "value";
        request.PathParameters["list"] = new[] { "red", "green" };

        Should.Throw<ArgumentException>(() => request.URI);
    }

    [Fact]
    public async Task A_key_cannot_add_query_parameters_of_its_own()
    {
        var request = new RequestInformation { URI = new Uri("https://api.test/videos") };

        await new ApiKeyAuthenticationProvider("k&admin=1", "key", ApiKeyAuthenticationProvider.KeyLocation.QueryParameter)
            .AuthenticateRequestAsync(request, cancellationToken: TestContext.Current.CancellationToken);

        request.URI.OriginalString.ShouldBe("https://api.test/videos?key=k%26admin%3D1");
    }

    [Fact]
    public void A_file_name_cannot_end_its_header()
    {
        var writer = new MultipartSerializationWriterFactory();
        var writers = new SerializationWriterFactoryRegistry { ContentTypeAssociatedFactories = { [writer.ValidContentType] = writer } };
        using var http = new HttpClient();
        using var adapter = new HttpClientRequestAdapter(
            new AnonymousAuthenticationProvider(), serializationWriterFactory: writers, httpClient: http);
        var body = new MultipartBody();
        body.AddOrReplacePart("image", "image/png", "AB"u8.ToArray(), "a\"b\r\nX-Evil: 1.png");
        var request = new RequestInformation();

        request.SetContentFromParsable(adapter, "multipart/form-data", body);

        using var reader = new StreamReader(request.Content);
        reader.ReadToEnd().ShouldContain("filename=\"a%22b%0D%0AX-Evil: 1.png\"");
    }

    [Fact]
    public void What_has_no_value_or_no_fields_says_so()
    {
        Should.Throw<NotSupportedException>(() => ((UntypedNode)new UntypedInteger(1)).GetValue()).Message.ShouldContain(nameof(UntypedInteger));
        Should.Throw<NotSupportedException>(() => new MultipartBody().GetFieldDeserializers());
    }
}
