using System.Runtime.Serialization;
using Microsoft.Kiota.Abstractions.Helpers;

namespace KiotaStandIns.Tests;

public class EnumHelpersTests
{
    private enum Status
    {
        [EnumMember(Value = "in_progress")]
        InProgress,

        Completed,
    }

    [Flags]
    private enum Tracks
    {
        None = 0,

        [EnumMember(Value = "video_track")]
        Video = 1,

        Audio = 2,
    }

    [Theory]
    [InlineData("in_progress", Status.InProgress)]
    [InlineData("InProgress", Status.InProgress)]
    [InlineData("completed", Status.Completed)]
    [InlineData("1", Status.Completed)]
    public void A_word_gives_its_member(string word, object expected)
    {
        EnumHelpers.GetEnumValue<Status>(word).ShouldBe((Status)expected);
        EnumHelpers.GetEnumValue(typeof(Status?), word).ShouldBe(expected);
    }

    [Theory]
    [InlineData("success")]
    [InlineData("")]
    public void An_unknown_word_gives_null(string word)
    {
        EnumHelpers.GetEnumValue<Status>(word).ShouldBeNull();
        EnumHelpers.GetEnumValue(typeof(Status?), word).ShouldBeNull();
    }

    [Fact]
    public void What_is_no_enum_gives_null()
    {
        EnumHelpers.GetEnumValue(null, "x").ShouldBeNull();
        EnumHelpers.GetEnumValue(typeof(int), "1").ShouldBeNull();
    }

    [Theory]
    [InlineData("video_track,audio")]
    [InlineData("Video, Audio")]
    [InlineData("1,2")]
    [InlineData("video_track,subtitles,audio")]
    public void Words_of_flags_are_combined(string words) => EnumHelpers.GetEnumValue<Tracks>(words).ShouldBe(Tracks.Video | Tracks.Audio);

    [Fact]
    public void Flags_without_a_known_word_give_null() => EnumHelpers.GetEnumValue<Tracks>("subtitles").ShouldBeNull();

    [Fact]
    public void A_member_gives_its_word()
    {
        EnumHelpers.GetEnumStringValue(Status.InProgress).ShouldBe("in_progress");
        EnumHelpers.GetEnumStringValue(Status.Completed).ShouldBe("completed");
        Should.Throw<ArgumentException>(() => EnumHelpers.GetEnumStringValue((Status)7));
    }
}
