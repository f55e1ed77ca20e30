using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Unit.Client.Serialization;

/// <summary>A count of seconds has a time beside it, which is not sent.</summary>
public sealed class UnixSecondsTests
{
    [Theory]
    [InlineData("1700000000", "2023-11-14T22:13:20+00:00")]
    [InlineData("0", "1970-01-01T00:00:00+00:00")]
    [InlineData("-62135596800", "0001-01-01T00:00:00+00:00")]
    [InlineData("253402300799", "9999-12-31T23:59:59+00:00")]
    [InlineData("253402300800", null)]
    [InlineData("9223372036854775807", null)]
    [InlineData("null", null)]
    public void Seconds_are_read_as_a_time_where_there_is_one(string seconds, string? expected) =>
        Assert.Equal(
            expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            PinterestJson.Deserialize<AdAccount>($$"""{"created_time":{{seconds}}}""")!.CreatedTimeUtc
        );

    [Fact]
    public void A_time_that_is_set_is_sent_as_seconds_only()
    {
        var account = new AdAccount
        {
            CreatedTimeUtc = new DateTimeOffset(2023, 11, 15, 0, 13, 20, TimeSpan.FromHours(2)),
        };

        Assert.Equal("""{"created_time":1700000000}""", PinterestJson.Serialize(account));
        account.CreatedTimeUtc = null;
        Assert.Equal("{}", PinterestJson.Serialize(account));
    }
}
