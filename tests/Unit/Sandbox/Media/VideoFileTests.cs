using Pinterest.OpenApi.Sandbox.Media;

namespace Pinterest.OpenApi.Unit.Sandbox.Media;

/// <summary>A file that is certainly no video is known by its first bytes.</summary>
public sealed class VideoFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("89504E470D0A1A0A")]
    [InlineData("FFD8FFE000104A464946")]
    [InlineData("474946383961")]
    [InlineData("524946460000000057454250")]
    [InlineData("49492A0008000000")]
    [InlineData("255044462D312E37")]
    [InlineData("504B0304")]
    [InlineData("000000186674797068656963")]
    [InlineData("000000186674797061766966")]
    public void A_picture_a_document_and_an_archive_are_no_videos(string start) =>
        Assert.False(VideoFile.MayBe(Convert.FromHexString(start)));

    [Theory]
    [InlineData("000000186674797069736F6D")]
    [InlineData("1A45DFA3")]
    [InlineData("524946460000000041564920")]
    [InlineData("010203")]
    public void A_video_and_unknown_bytes_may_be_one(string start) =>
        Assert.True(VideoFile.MayBe(Convert.FromHexString(start)));
}
