using Microsoft.Kiota.Abstractions;

namespace KiotaStandIns.Tests;

/// <summary>The examples of RFC 6570 (sections 1.2 and 3.2), expanded behind a host because a request's URL is absolute.</summary>
public class UriTemplateTests
{
    private const string Host = "http://host/";

    private static readonly Dictionary<string, object> Variables = new()
    {
        ["count"] = new[] { "one", "two", "three" },
        ["dom"] = new[] { "example", "com" },
        ["dub"] = "me/too",
        ["hello"] = "Hello World!",
        ["half"] = "50%",
        ["var"] = "value",
        ["who"] = "fred",
        ["base"] = "http://example.com/home/",
        ["path"] = "/foo/bar",
        ["list"] = new[] { "red", "green", "blue" },
        ["keys"] = new Dictionary<string, string> { ["semi"] = ";", ["dot"] = ".", ["comma"] = "," },
        ["v"] = "6",
        ["x"] = "1024",
        ["y"] = "768",
        ["empty"] = string.Empty,
        ["empty_keys"] = new Dictionary<string, string>(),
        ["empty_list"] = Array.Empty<string>(),
    };

    [Theory]
    [InlineData("{var}", "value")]
    [InlineData("{hello}", "Hello%20World%21")]
    [InlineData("{half}", "50%25")]
    [InlineData("O{empty}X", "OX")]
    [InlineData("O{undef}X", "OX")]
    [InlineData("{x,y}", "1024,768")]
    [InlineData("{x,hello,y}", "1024,Hello%20World%21,768")]
    [InlineData("?{x,empty}", "?1024,")]
    [InlineData("?{x,undef}", "?1024")]
    [InlineData("?{undef,y}", "?768")]
    [InlineData("{var:3}", "val")]
    [InlineData("{var:30}", "value")]
    [InlineData("{list}", "red,green,blue")]
    [InlineData("{list*}", "red,green,blue")]
    [InlineData("{keys}", "semi,%3B,dot,.,comma,%2C")]
    [InlineData("{keys*}", "semi=%3B,dot=.,comma=%2C")]
    public void Simple_expansion(string template, string expected) => Expand(template).ShouldBe(expected);

    [Theory]
    [InlineData("{+var}", "value")]
    [InlineData("{+hello}", "Hello%20World!")]
    [InlineData("{+half}", "50%25")]
    [InlineData("{base}index", "http%3A%2F%2Fexample.com%2Fhome%2Findex")]
    [InlineData("{+base}index", "http://example.com/home/index")]
    [InlineData("O{+empty}X", "OX")]
    [InlineData("O{+undef}X", "OX")]
    [InlineData("{+path}/here", "/foo/bar/here")]
    [InlineData("here?ref={+path}", "here?ref=/foo/bar")]
    [InlineData("up{+path}{var}/here", "up/foo/barvalue/here")]
    [InlineData("{+x,hello,y}", "1024,Hello%20World!,768")]
    [InlineData("{+path,x}/here", "/foo/bar,1024/here")]
    [InlineData("{+path:6}/here", "/foo/b/here")]
    [InlineData("{+list}", "red,green,blue")]
    [InlineData("{+list*}", "red,green,blue")]
    [InlineData("{+keys}", "semi,;,dot,.,comma,,")]
    [InlineData("{+keys*}", "semi=;,dot=.,comma=,")]
    public void Reserved_expansion(string template, string expected) => Expand(template).ShouldBe(expected);

    [Theory]
    [InlineData("{#var}", "#value")]
    [InlineData("{#hello}", "#Hello%20World!")]
    [InlineData("{#half}", "#50%25")]
    [InlineData("foo{#empty}", "foo#")]
    [InlineData("foo{#undef}", "foo")]
    [InlineData("{#x,hello,y}", "#1024,Hello%20World!,768")]
    [InlineData("{#path,x}/here", "#/foo/bar,1024/here")]
    [InlineData("{#path:6}/here", "#/foo/b/here")]
    [InlineData("{#list}", "#red,green,blue")]
    [InlineData("{#list*}", "#red,green,blue")]
    [InlineData("{#keys}", "#semi,;,dot,.,comma,,")]
    [InlineData("{#keys*}", "#semi=;,dot=.,comma=,")]
    public void Fragment_expansion(string template, string expected) => Expand(template).ShouldBe(expected);

    [Theory]
    [InlineData("{.who}", ".fred")]
    [InlineData("{.who,who}", ".fred.fred")]
    [InlineData("{.half,who}", ".50%25.fred")]
    [InlineData("www{.dom*}", "www.example.com")]
    [InlineData("X{.var}", "X.value")]
    [InlineData("X{.empty}", "X.")]
    [InlineData("X{.undef}", "X")]
    [InlineData("X{.var:3}", "X.val")]
    [InlineData("X{.list}", "X.red,green,blue")]
    [InlineData("X{.list*}", "X.red.green.blue")]
    [InlineData("X{.keys}", "X.semi,%3B,dot,.,comma,%2C")]
    [InlineData("X{.keys*}", "X.semi=%3B.dot=..comma=%2C")]
    [InlineData("X{.empty_keys}", "X")]
    [InlineData("X{.empty_keys*}", "X")]
    public void Label_expansion(string template, string expected) => Expand(template).ShouldBe(expected);

    [Theory]
    [InlineData("{/who}", "/fred")]
    [InlineData("{/who,who}", "/fred/fred")]
    [InlineData("{/half,who}", "/50%25/fred")]
    [InlineData("{/who,dub}", "/fred/me%2Ftoo")]
    [InlineData("{/var}", "/value")]
    [InlineData("{/var,empty}", "/value/")]
    [InlineData("{/var,undef}", "/value")]
    [InlineData("{/var,x}/here", "/value/1024/here")]
    [InlineData("{/var:1,var}", "/v/value")]
    [InlineData("{/list}", "/red,green,blue")]
    [InlineData("{/list*}", "/red/green/blue")]
    [InlineData("{/list*,path:4}", "/red/green/blue/%2Ffoo")]
    [InlineData("{/keys}", "/semi,%3B,dot,.,comma,%2C")]
    [InlineData("{/keys*}", "/semi=%3B/dot=./comma=%2C")]
    public void Path_expansion(string template, string expected) => Expand(template).ShouldBe(expected);

    [Theory]
    [InlineData("{;who}", ";who=fred")]
    [InlineData("{;half}", ";half=50%25")]
    [InlineData("{;empty}", ";empty")]
    [InlineData("{;v,empty,who}", ";v=6;empty;who=fred")]
    [InlineData("{;v,bar,who}", ";v=6;who=fred")]
    [InlineData("{;x,y}", ";x=1024;y=768")]
    [InlineData("{;x,y,empty}", ";x=1024;y=768;empty")]
    [InlineData("{;x,y,undef}", ";x=1024;y=768")]
    [InlineData("{;hello:5}", ";hello=Hello")]
    [InlineData("{;list}", ";list=red,green,blue")]
    [InlineData("{;list*}", ";list=red;list=green;list=blue")]
    [InlineData("{;keys}", ";keys=semi,%3B,dot,.,comma,%2C")]
    [InlineData("{;keys*}", ";semi=%3B;dot=.;comma=%2C")]
    public void Parameter_expansion(string template, string expected) => Expand(template).ShouldBe(expected);

    [Theory]
    [InlineData("{?who}", "?who=fred")]
    [InlineData("{?half}", "?half=50%25")]
    [InlineData("{?x,y}", "?x=1024&y=768")]
    [InlineData("{?x,y,empty}", "?x=1024&y=768&empty=")]
    [InlineData("{?x,y,undef}", "?x=1024&y=768")]
    [InlineData("{?var:3}", "?var=val")]
    [InlineData("{?list}", "?list=red,green,blue")]
    [InlineData("{?list*}", "?list=red&list=green&list=blue")]
    [InlineData("{?keys}", "?keys=semi,%3B,dot,.,comma,%2C")]
    [InlineData("{?keys*}", "?semi=%3B&dot=.&comma=%2C")]
    [InlineData("{?empty_list,empty_keys*}", "")]
    [InlineData("?fixed=yes{&x}", "?fixed=yes&x=1024")]
    [InlineData("{&who}", "&who=fred")]
    [InlineData("{&half}", "&half=50%25")]
    [InlineData("{&x,y,empty}", "&x=1024&y=768&empty=")]
    [InlineData("{&var:3}", "&var=val")]
    [InlineData("{&list}", "&list=red,green,blue")]
    [InlineData("{&list*}", "&list=red&list=green&list=blue")]
    [InlineData("{&keys}", "&keys=semi,%3B,dot,.,comma,%2C")]
    [InlineData("{&keys*}", "&semi=%3B&dot=.&comma=%2C")]
    public void Query_expansion(string template, string expected) => Expand(template).ShouldBe(expected);

    [Fact]
    public void Characters_outside_of_ascii_are_encoded_as_utf_8_and_a_prefix_does_not_cut_them()
    {
        var request = Request("{smile:2}/{+path}");
        request.PathParameters["smile"] = "😀é€x";
        request.PathParameters["path"] = "a%20b c%";

        request.URI.OriginalString.ShouldBe(Host + "%F0%9F%98%80%C3%A9/a%20b%20c%25");
    }

    private static string Expand(string template) => Request(template).URI.OriginalString[Host.Length..];

    private static RequestInformation Request(string template) => new(Method.GET, Host + template, Variables);
}
