using Microsoft.Kiota.Abstractions;

namespace KiotaStandIns.Tests;

public class RequestHeadersTests
{
    private readonly RequestHeaders _headers = [];

    [Fact]
    public void Values_of_a_header_add_up_and_names_compare_without_case()
    {
        _headers.Add("Accept", "video/mp4");
        _headers.Add("accept", "application/json", "video/mp4");

        _headers["ACCEPT"].ShouldBe(["video/mp4", "application/json"]);
        _headers.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Content-Type")]
    [InlineData("content-encoding")]
    [InlineData("Content-Length")]
    public void A_header_with_one_value_is_replaced(string name)
    {
        _headers.Add(name, "first");
        _headers.Add(name, "second");

        _headers[name].ShouldBe(["second"]);
    }

    [Fact]
    public void Trying_to_add_leaves_what_is_there()
    {
        _headers.TryAdd("Content-Type", "a/b").ShouldBeTrue();
        _headers.TryAdd("content-type", "c/d").ShouldBeFalse();

        _headers["Content-Type"].ShouldBe(["a/b"]);
    }

    [Fact]
    public void The_last_value_takes_the_header_with_it()
    {
        _headers.Add("name", "a", "b");

        _headers.Remove("name", "a").ShouldBeTrue();
        _headers["name"].ShouldBe(["b"]);
        _headers.Remove("name", "b").ShouldBeTrue();
        _headers.ContainsKey("name").ShouldBeFalse();
        Should.Throw<KeyNotFoundException>(() => _headers["name"]);
        _headers.Remove("name").ShouldBeFalse();
    }

    [Fact]
    public void A_pair_removes_its_values()
    {
        _headers.Add("name", "a", "b");

        _headers.Remove(KeyValuePair.Create<string, IEnumerable<string>>("name", ["a", "b"])).ShouldBeTrue();

        _headers.ShouldBeEmpty();
    }

    [Fact]
    public void It_is_a_dictionary()
    {
        _headers.Add(KeyValuePair.Create<string, IEnumerable<string>>("a", ["1"]));
        _headers["b"] = ["2", "3"];
        var more = new RequestHeaders();
        more.Add("c", "4");
        _headers.AddAll(more);

        var copy = new KeyValuePair<string, IEnumerable<string>>[4];
        _headers.CopyTo(copy, 1);

        copy[1].Key.ShouldBe("a");
        copy[3].Value.ShouldBe(["4"]);
        _headers.Keys.ShouldBe(["a", "b", "c"]);
        _headers.Values.Select(static values => string.Join('+', values)).ShouldBe(["1", "2+3", "4"]);
        _headers.Contains(KeyValuePair.Create<string, IEnumerable<string>>("b", ["3"])).ShouldBeTrue();
        _headers.Contains(KeyValuePair.Create<string, IEnumerable<string>>("b", ["4"])).ShouldBeFalse();
        _headers.IsReadOnly.ShouldBeFalse();
        _headers.Clear();
        _headers.ShouldBeEmpty();
    }
}
