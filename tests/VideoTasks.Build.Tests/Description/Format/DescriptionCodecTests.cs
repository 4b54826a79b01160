using System.Collections;
using VideoTasks.Build.Description;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition;
using VideoTasks.Build.Tests.Recognition;
using VideoTasks.Generated;

namespace VideoTasks.Build.Tests.Description.Format;

public sealed class DescriptionCodecTests
{
    private const string Hostile = "evil\"\n  operation role=\"Get\"\\ \u2028\u0000\u007f\ud800 \t {0} 視頻";

    private static readonly DescribedPlace Place = new(1, 2, 3);

    /// <summary>All that a description can say.</summary>
    private static readonly VendorDescription Full = new()
    {
        Name = "acme",
        Title = Hostile,
        ClientNamespace = "Clients.Acme",
        ClientClass = "AcmeClient",
        DocumentPath = "openapi/acme.yaml",
        DocumentHash = "HASH",
        Files = new(["openapi/acme.yaml", Hostile]),
        ServerUrl = "https://api.acme.test/v1",
        Key = new(ParameterLocation.Query, "key", Hostile, "a reason", Place),
        PollSeconds = 2.5,
        IsIdempotent = true,
        ContentUrlNeedsKey = true,
        ContentIdPointer = "/file_id",
        ItemsPointer = "",
        StatusWords = new([new(Hostile, DescribedStatus.InProgress, Place), new("gone", DescribedStatus.Expired, null)]),
        Units = new([new(VideoTaskField.Progress, "fraction")]),
        Pointers = new([new(VideoTaskField.ErrorMessage, "/a~1b", Place)]),
        Operations = new(
        [
            new(VideoRole.Create, "POST", "/v1/{project}/videos", new(ParameterLocation.Body, "id"), Hostile, Place)
            {
                Answers = new(["application/json", Hostile]),
                Queries = new([new("limit", "integer", true), new("after", "string", false)]),
                Bodies = new(["multipart/form-data"]),
                Fields =
                    new(
                        [
                            new(
                                VideoTaskField.Status, "/status", "string", "int64", "a reason", "/state", Place) { Words = new(
                                    [new("1", Place, new(["done", Hostile]))]) }]),
                Request = new(
                [
                    new(VideoRequestFieldName.InputReference, "/image", "any", Hostile, Place)
                    {
                        Separator = "x", Suffix = "s", Unit = "milliseconds", IsRequired = true, Alternative = 3, Words = new(["a", Hostile]),
                        Shapes = new([new("urls", "veo*"), new("file", null)]),
                    },
                    new(null, "kind", "any", "", null) { Location = ParameterLocation.Query, Json = "{\"a\":[1,null]}" },
                ]),
                Parameters = new(
                [
                    new(ParameterLocation.Path, "project", null, "nothing", Place), new(ParameterLocation.Query, "a", Hostile, "b", null),
                    new(ParameterLocation.Header, "X-Trace", DescribedParameter.NewId, "new", Place),
                ]),
                Paging = new(PagingStyle.Offset, "skip", "take", 0),
            },
            new(VideoRole.Extend, "GET", "/", null, "", null),
        ]),
        Refused = new([new("GET", "/other", VideoRole.Get, "a reason", Place), new("GET", "/", null, "", null)]),
        Problems = new([new("VT006", Place, new(["a", Hostile])), new("VT009", null, new([]))]),
    };

    [Fact]
    public void All_that_a_description_can_say_is_read_as_it_was_written()
    {
        Empty(Full).ShouldBeEmpty();

        DescriptionCodec.Read(DescriptionCodec.Write(Full)).ShouldBe(Full);
    }

    [Theory]
    [InlineData("skyengine.json")]
    [InlineData("anyfast")]
    [InlineData("new-api.json")]
    [InlineData("openai.yaml")]
    [InlineData("luma.yaml")]
    [InlineData("siliconflow.yaml")]
    public void Descriptions_of_real_documents_are_read_as_they_were_written(string file)
    {
        var recognized = VendorRecognizer.Recognize(SwaggerUpgrade.Apply(TestDocuments.Load(file)));
        var description = VendorDescriber.Describe(recognized, new("acme", "Clients.Acme", "AcmeClient", file, "HASH", AppContext.BaseDirectory));

        var text = DescriptionCodec.Write(description);

        DescriptionCodec.Read(text).ShouldBe(description);
        DescriptionCodec.Read(text.ReplaceLineEndings("\r\n")).ShouldBe(description);
    }

    [Theory]
    [InlineData("", "", "doesn't start with")]
    [InlineData("version=\"3\"", "version=\"7\"", "its version is '7', this generator reads '3'")]
    [InlineData("auth in=\"query\"", "auth in=\"cookie\"", "'in' is 'cookie', it can be header, query")]
    [InlineData("server url=\"https", "server url=\"//https", "not absolute")]
    [InlineData("poll seconds=\"2.5\"", "poll seconds=\"NaN\"", "seconds between two polls")]
    [InlineData("status=\"InProgress\"", "status=\"Evil; //\"", "'status' is 'Evil; //'")]
    [InlineData("role=\"Create\"", "role=\"Extend\"", "two operations have the role Extend")]
    [InlineData("role=\"Create\"", "role=\"Destroy\"", "'role' is 'Destroy'")]
    [InlineData("  request name=\"InputReference\"", "  request name=\"Image\"", "'name' is 'Image'")]
    [InlineData("at=\"1:2:3\"", "at=\"1:2\"", "'at' is '1:2'")]
    [InlineData("first=\"0\"", "first=\"one\"", "'first' is 'one', which is no number")]
    [InlineData("vendor name=\"acme\"", "vendor name=\"\"", "'name' of 'vendor' is empty")]
    [InlineData("document path=\"openapi/acme.yaml\" ", "document ", "'document' has no 'path'")]
    [InlineData("  answer media=", "    answer media=", "no record")]
    [InlineData("  answer media=\"app", "  answer media=\"\\x", "no record")]
    [InlineData("  answer media=\"app", "  answer media=\"\\u12", "no record")]
    [InlineData("  answer media=", "  answer =", "no record")]
    public void What_is_no_description_is_refused_at_its_line(string find, string put, string reason)
    {
        var text = find.Length == 0 ? "" : ReplaceFirst(DescriptionCodec.Write(Full), find, put);

        var fault = Should.Throw<DescriptionFormatException>(() => DescriptionCodec.Read(text));

        fault.Message.ShouldContain(reason);
        fault.Line.ShouldBe(text[..text.LastIndexOf(put, StringComparison.Ordinal)].Count(c => c == '\n') + 1);
    }

    private static string ReplaceFirst(string text, string find, string put)
    {
        var at = text.IndexOf(find, StringComparison.Ordinal);
        return at < 0 ? throw new InvalidOperationException($"The description has no {find}.") : text[..at] + put + text[(at + find.Length)..];
    }

    // The properties that no object of their type has a value for.
    private static IEnumerable<string> Empty(VendorDescription description)
    {
        var objects = new List<object>();
        Collect(description);
        return from type in objects.GroupBy(o => o.GetType())
               from property in type.Key.GetProperties().Where(p => p.GetIndexParameters().Length == 0)
               where type.All(o => IsEmpty(property.GetValue(o)))
               select $"{type.Key.Name}.{property.Name}";

        void Collect(object node)
        {
            objects.Add(node);
            foreach (var value in node.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).Select(p => p.GetValue(node)))
            {
                foreach (var item in value is IEnumerable items and not string ? items.Cast<object>() : value is null ? [] : [value])
                {
                    if (item.GetType() is { IsClass: true } type && type != typeof(string))
                    {
                        Collect(item);
                    }
                }
            }
        }
    }

    private static bool IsEmpty(object? value) => value switch
    {
        null or false => true,
        string => false,
        IEnumerable items => !items.Cast<object>().Any(),
        _ => false,
    };
}
