using System.Collections;
using KiotaStandIns.Tests.Client;
using Microsoft.Kiota.Abstractions.Store;

namespace KiotaStandIns.Tests;

public class InMemoryBackingStoreTests
{
    private readonly InMemoryBackingStore _store = new();

    [Fact]
    public void A_value_can_be_set_replaced_and_cleared()
    {
        _store.Set("name", "Peter");
        _store.Set("name", "Peter Pan");

        _store.Get<string>("name").ShouldBe("Peter Pan");
        _store.Enumerate().ShouldBe([KeyValuePair.Create<string, object?>("name", "Peter Pan")]);
        _store.Get<int?>("age").ShouldBeNull();
        _store.Clear();
        _store.Enumerate().ShouldBeEmpty();
        Should.Throw<ArgumentNullException>(() => _store.Set(string.Empty, 1));
        Should.Throw<ArgumentNullException>(() => _store.Get<int>(string.Empty));
    }

    [Fact]
    public void Only_what_was_set_after_the_initialization_is_changed()
    {
        _store.InitializationCompleted = false;
        _store.Set("id", "1");
        _store.Set("title", "a");
        _store.Set("note", "b");
        _store.InitializationCompleted = true;
        _store.Set("title", "c");
        _store.Set<string>("note", null);
        _store.ReturnOnlyChangedValues = true;

        _store.Enumerate().Select(static pair => pair.Key).Order().ShouldBe(["note", "title"]);
        _store.Get<string>("id").ShouldBeNull();
        _store.Get<string>("title").ShouldBe("c");
        _store.EnumerateKeysForValuesChangedToNull().ShouldBe(["note"]);
    }

    [Fact]
    public void Subscribers_hear_of_changes_until_they_unsubscribe()
    {
        var heard = new List<string>();
        var first = _store.Subscribe((key, old, value) => heard.Add($"1 {key} {old}>{value}"));
        _store.Subscribe((key, old, value) => heard.Add($"2 {key} {old}>{value}"), "mine");
        _store.Subscribe((key, old, value) => heard.Add($"3 {key} {old}>{value}"), "mine");

        _store.Set("id", "a");
        _store.Unsubscribe(first);
        _store.Set("id", "b");

        heard.Order().ShouldBe(["1 id >a", "3 id >a", "3 id a>b"]);
    }

    [Fact]
    public void A_collection_that_grew_is_changed()
    {
        var video = new Video { Id = "v", Tags = ["a"] };
        video.BackingStore.InitializationCompleted = true;

        video.Tags.Add("b");
        video.BackingStore.ReturnOnlyChangedValues = true;

        var (key, value) = video.BackingStore.Enumerate().ShouldHaveSingleItem();
        key.ShouldBe("tags");
        value.ShouldBeOfType<Tuple<ICollection, int>>().Item2.ShouldBe(2);
        video.BackingStore.Get<List<string>>("tags").ShouldBe(["a", "b"]);
        video.Id.ShouldBeNull();
    }

    [Fact]
    public void Additional_data_that_grew_is_changed()
    {
        var video = new Video { AdditionalData = new Dictionary<string, object> { ["a"] = 1 } };
        video.BackingStore.InitializationCompleted = true;

        video.AdditionalData.Add("b", 2);
        video.BackingStore.ReturnOnlyChangedValues = true;

        video.BackingStore.Enumerate().ShouldHaveSingleItem().Key.ShouldBe("AdditionalData");
    }

    [Fact]
    public void A_nested_model_that_changed_is_sent_whole()
    {
        var video = new Video { Id = "v", Source = new Video { Id = "s" } };
        video.BackingStore.InitializationCompleted = true;

        video.Source.Status = VideoStatus.Queued;
        video.BackingStore.ReturnOnlyChangedValues = true;
        video.Source.BackingStore.ReturnOnlyChangedValues = true;

        video.BackingStore.Enumerate().ShouldHaveSingleItem().Key.ShouldBe("source");
        video.Source.Id.ShouldBe("s");
        video.Source.Status.ShouldBe(VideoStatus.Queued);
    }

    [Fact]
    public void A_model_in_a_collection_that_changed_changes_the_collection()
    {
        var video = new Video { Id = "v", Remixes = [new Video { Id = "r", Tags = ["a"] }, new Video { Id = "q" }] };
        video.BackingStore.InitializationCompleted = true;

        video.Remixes[0].Tags!.Add("b");
        video.BackingStore.ReturnOnlyChangedValues = true;

        video.BackingStore.Enumerate().ShouldHaveSingleItem().Key.ShouldBe("remixes");
        video.Remixes![0].Id.ShouldBe("r");
    }

    [Fact]
    public void A_nested_model_that_did_not_change_is_not_sent()
    {
        var video = new Video { Id = "v", Source = new Video { Id = "s", Tags = ["a"] }, Remixes = [new Video { Id = "r" }] };
        video.BackingStore.InitializationCompleted = true;

        video.Id = "w";
        video.BackingStore.ReturnOnlyChangedValues = true;

        video.BackingStore.Enumerate().ShouldHaveSingleItem().Key.ShouldBe("id");
    }

    [Fact]
    public void Subscribers_hear_once_of_a_collection_of_models()
    {
        var heard = new List<string>();
        var video = new Video();
        video.BackingStore.Subscribe((key, _, _) => heard.Add(key), "test");

        video.Remixes = [.. Enumerable.Range(0, 10).Select(static number => new Video { Id = $"{number}" })];
        video.BackingStore.InitializationCompleted = true;

        heard.ShouldBe(["remixes"]);
    }

    // Every level asks the levels below it; asking each of them twice would double the work with every level.
    [Fact]
    public void A_change_far_down_changes_every_level_above()
    {
        var deepest = new Video { Tags = ["a"] };
        var video = deepest;
        for (var level = 0; level < 60; level++)
        {
            video = new Video { Id = $"{level}", Source = video };
        }

        video.BackingStore.InitializationCompleted = true;
        deepest.Tags.Add("b");
        video.BackingStore.ReturnOnlyChangedValues = true;

        for (var model = video; model != deepest; model = model.Source!)
        {
            model.BackingStore.ReturnOnlyChangedValues = true;
            model.BackingStore.Enumerate().ShouldContain(static pair => pair.Key == "source");
        }
    }
}
