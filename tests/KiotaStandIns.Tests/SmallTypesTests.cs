using System.Text.Json;
using KiotaStandIns.Tests.Client;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace KiotaStandIns.Tests;

public class SmallTypesTests
{
    [Fact]
    public void A_date_is_a_day()
    {
        Date date = new DateOnly(2025, 10, 24);

        date.ToString().ShouldBe("2025-10-24");
        ((DateOnly)date).ShouldBe(new DateOnly(2025, 10, 24));
        JsonSerializer.Deserialize<Date>(JsonSerializer.Serialize(date)).Day.ShouldBe(24);
    }

    [Fact]
    public void A_time_is_equal_by_its_hour_minute_and_second()
    {
        Time time = new TimeOnly(10, 18, 54);

        time.ShouldBe(new Time(new DateTime(2024, 7, 17, 10, 18, 54, DateTimeKind.Unspecified)));
        time.GetHashCode().ShouldBe(new Time(10, 18, 54).GetHashCode());
        time.Equals((object)new Time(10, 18, 55)).ShouldBeFalse();
        time.ToString().ShouldBe("10:18:54");
        ((TimeOnly)time).ShouldBe(new TimeOnly(10, 18, 54));
        JsonSerializer.Deserialize<Time>(JsonSerializer.Serialize(time)).Minute.ShouldBe(18);
    }

    [Theory]
    [InlineData("VideoId", "videoId")]
    [InlineData("v", "v")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void The_first_character_becomes_lower_case(string? text, string? expected) => text.ToFirstCharacterLowerCase().ShouldBe(expected);

    [Fact]
    public void Dictionaries_can_add_or_replace()
    {
        IDictionary<string, int> values = new Dictionary<string, int>();

        values.AddOrReplace("a", 1).ShouldBe(0);
        values.AddOrReplace("a", 2).ShouldBe(1);
        IDictionaryExtensions.TryAdd(values, "a", 3).ShouldBeFalse();
        IDictionaryExtensions.TryAdd(values, "b", 3).ShouldBeTrue();
        values.ShouldBe(new Dictionary<string, int> { ["a"] = 2, ["b"] = 3 });
    }

    [Fact]
    public void Sequences_become_lists_and_arrays_without_a_copy_where_they_are_some()
    {
        List<int> list = [1, 2];
        int[] array = [1, 2];

        list.AsList().ShouldBeSameAs(list);
        array.AsArray().ShouldBeSameAs(array);
        array.AsList().ShouldBe(list);
        list.AsArray().ShouldBe(array);
        ((IEnumerable<int>?)null).AsList().ShouldBeNull();
        ((IEnumerable<int>?)null).AsArray().ShouldBeNull();
    }

    [Fact]
    public void Composed_types_merge_their_deserializers_and_the_first_one_counts()
    {
        var form = new VideoForm();
        var error = new VideoError();

        var merged = ParseNodeHelper.MergeDeserializersForIntersectionWrapper(form, null, error, new VideoForm());

        merged.Keys.Order().ShouldBe(["code", "message", "prompt", "seconds"]);
        Should.Throw<ArgumentException>(() => ParseNodeHelper.MergeDeserializersForIntersectionWrapper());
    }

    [Fact]
    public void A_multipart_body_keeps_parts_by_name_and_file_name()
    {
        var body = new MultipartBody();
        body.AddOrReplacePart("file", "text/plain", "1", "a.txt");
        body.AddOrReplacePart("file", "text/plain", "2", "b.txt");

        body.GetPartValue<string>("file", "a.txt").ShouldBe("1");
        body.RemovePart("file", "a.txt").ShouldBeTrue();
        body.RemovePart("file", "a.txt").ShouldBeFalse();
        body.GetPartValue<string>("file", "a.txt").ShouldBeNull();
        body.GetPartValue<string>("FILE", "b.txt").ShouldBe("2");
        new MultipartBody().Boundary.ShouldNotBe(body.Boundary);
        Should.Throw<InvalidOperationException>(() => body.Serialize(new Microsoft.Kiota.Serialization.Multipart.MultipartSerializationWriter()));
        Should.Throw<ArgumentNullException>(() => body.AddOrReplacePart<string>("file", "text/plain", null!));
    }

    [Fact]
    public async Task The_wrapper_gives_the_native_response_of_a_call()
    {
        using var response = new HttpResponseMessage();

        var native = await NativeResponseWrapper.CallAndGetNativeTypeAsync<string?, HttpResponseMessage, DefaultQueryParameters, int>(
            async (body, _, _, _, handler, _) => await handler.HandleResponseAsync<HttpResponseMessage, string>(response, null) + body,
            7,
            cancellationToken: TestContext.Current.CancellationToken);

        native.ShouldBeSameAs(response);
    }

    [Fact]
    public void An_api_exception_has_headers_without_case()
    {
        var error = new ApiException("gone", new IOException()) { ResponseStatusCode = 410 };
        error.ResponseHeaders["Retry-After"] = ["1"];

        error.ResponseHeaders["retry-after"].ShouldBe(["1"]);
        error.InnerException.ShouldBeOfType<IOException>();
    }
}
