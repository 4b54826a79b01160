using System.Runtime.Serialization;
using Microsoft.Kiota.Abstractions;

namespace KiotaStandIns.Tests;

/// <summary>The URL of a request, from the parameters that generated clients set.</summary>
public class RequestUrlTests
{
    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_scalar_is_written_independently_of_the_culture(object value, string expected)
    {
        var request = new RequestInformation { UrlTemplate = "http://host/{value}" };
        request.PathParameters["value"] = value;

        request.URI.OriginalString.ShouldBe("http://host/" + expected);
    }

    public static TheoryData<object, string> Scalars => new()
    {
        { true, "true" },
        { 5, "5" },
        { 9_007_199_254_740_993L, "9007199254740993" },
        { 1.5m, "1.5" },
        { 0.1d, "0.1" },
        { Guid.Parse("6D320A89-2D8F-4204-855D-B98A1BC176D4"), "6d320a89-2d8f-4204-855d-b98a1bc176d4" },
        { new DateTimeOffset(2022, 8, 1, 2, 33, 0, TimeSpan.FromHours(2)), "2022-08-01T02%3A33%3A00.0000000%2B02%3A00" },
        { new DateTime(2022, 8, 1, 0, 0, 0, DateTimeKind.Unspecified), "2022-08-01T00%3A00%3A00.0000000" },
        { new Date(2023, 10, 26), "2023-10-26" },
        { new Time(6, 0, 0), "06%3A00%3A00" },
        { new DateOnly(2023, 10, 26), "2023-10-26" },
        { new TimeOnly(11, 1, 1), "11%3A01%3A01" },
        { TimeSpan.FromMinutes(90), "PT1H30M" },
        { Quality.UltraHigh, "4K" },
        { Quality.Low, "low" },
        { Channels.Left | Channels.Right, "L%2CR" },
        { new[] { Quality.Low, Quality.UltraHigh }, "low,4K" },
        { new object[] { 1, true, "a b" }, "1,true,a%20b" },
    };

    [Fact]
    public void Query_parameters_come_from_properties_under_their_template_names()
    {
        var request = new RequestInformation { UrlTemplate = "http://host/videos{?%24select,after,empty,limit,Order,quality,tags*,unset}" };

        request.AddQueryParameters(new ListParameters
        {
            Select = ["id", "status"],
            After = "a/b",
            Empty = string.Empty,
            Limit = 20,
            Order = "asc",
            Quality = Quality.UltraHigh,
            Tags = [],
        });

        request.URI.OriginalString.ShouldBe("http://host/videos?%24select=id,status&after=a%2Fb&empty=&limit=20&Order=asc&quality=4K");
        request.QueryParameters.Keys.ShouldNotContain("tags");
        request.QueryParameters.Keys.ShouldNotContain("unset");
    }

    [Fact]
    public void A_map_fills_the_query_and_its_nulls_are_left_out()
    {
        var request = new RequestInformation { UrlTemplate = "http://host/videos{?query*}" };
        request.QueryParameters["query"] =
            new Dictionary<string, object?> { ["page[size]"] = 10, ["include"] = null, ["on"] = true, ["q"] = string.Empty };

        request.URI.OriginalString.ShouldBe("http://host/videos?page%5Bsize%5D=10&on=true&q=");
    }

    [Fact]
    public void A_map_of_nulls_only_leaves_no_query()
    {
        var request = new RequestInformation { UrlTemplate = "http://host/videos{?query*}" };
        request.QueryParameters["query"] = new Dictionary<string, string?> { ["include"] = null };

        request.URI.OriginalString.ShouldBe("http://host/videos");
    }

    [Fact]
    public void A_collection_in_a_collection_is_refused()
    {
        var request = new RequestInformation { UrlTemplate = "http://host/videos{?items}" };
        request.QueryParameters["items"] = new object[] { new[] { 1, 2 } };

        Should.Throw<ArgumentException>(() => request.URI).Message.ShouldContain("items");
    }

    [Fact]
    public void The_base_url_is_needed_where_the_template_has_it()
    {
        var request = new RequestInformation { UrlTemplate = "{+baseurl}/videos/{video%2Did}" };
        request.PathParameters["video%2Did"] = "a/b";

        Should.Throw<InvalidOperationException>(() => request.URI).Message.ShouldContain("baseurl");

        request.PathParameters["baseurl"] = "https://proxy.test/svc?url=https://api.test";
        request.URI.OriginalString.ShouldBe("https://proxy.test/svc?url=https://api.test/videos/a%2Fb");
    }

    [Fact]
    public void Names_compare_with_case_in_the_template()
    {
        var request = new RequestInformation { UrlTemplate = "http://host/{UriTemplate}?IsCaseSensitive={IsCaseSensitive}" };
        request.PathParameters["UriTemplate"] = "x";
        request.QueryParameters["IsCaseSensitive"] = false;

        request.URI.OriginalString.ShouldBe("http://host/x?IsCaseSensitive=false");
    }

    [Fact]
    public void A_raw_url_is_used_as_it_is()
    {
        var parameters = new Dictionary<string, object> { ["request-raw-url"] = "https://cdn.test/a%2Fb?sig=x%3D" };
        var request = new RequestInformation(Method.GET, "{+baseurl}/videos", parameters);

        request.URI.OriginalString.ShouldBe("https://cdn.test/a%2Fb?sig=x%3D");
    }

    [Fact]
    public void Setting_the_url_replaces_the_parameters()
    {
        var request = new RequestInformation { UrlTemplate = "http://host/{a}{?b}" };
        request.PathParameters["a"] = 1;
        request.QueryParameters["b"] = 2;

        request.URI = new Uri("http://other/x");

        request.URI.OriginalString.ShouldBe("http://other/x");
        request.PathParameters.ShouldBeEmpty();
        request.QueryParameters.ShouldBeEmpty();
        Should.Throw<ArgumentNullException>(() => request.URI = null!);
    }

    private enum Quality
    {
        Low,

        [EnumMember(Value = "4K")]
        UltraHigh,
    }

    [Flags]
    private enum Channels
    {
        [EnumMember(Value = "L")]
        Left = 1,

        [EnumMember(Value = "R")]
        Right = 2,
    }

    private sealed class ListParameters
    {
        [QueryParameter("%24select")]
        public string[]? Select { get; set; }

        [QueryParameter("after")]
        public string? After { get; set; }

        [QueryParameter("empty")]
        public string? Empty { get; set; }

        [QueryParameter("limit")]
        public int? Limit { get; set; }

        public string? Order { get; set; }

        [QueryParameter("quality")]
        public Quality? Quality { get; set; }

        [QueryParameter("tags")]
        public string[]? Tags { get; set; }

        [QueryParameter("unset")]
        public string? Unset { get; set; }
    }
}
