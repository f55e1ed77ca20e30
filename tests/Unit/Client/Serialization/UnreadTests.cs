using System.Reflection;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Unit.Client.Serialization;

/// <summary>A program must set what a request needs; what is read may lack it.</summary>
public sealed class UnreadTests
{
    [Theory]
    [InlineData(typeof(BoardCreate), "Name")]
    [InlineData(typeof(PinMediaSourceVideoId), "MediaId")]
    [InlineData(typeof(PinMediaSourceImagesUrlItem), "Url")]
    [InlineData(typeof(ConversionEventData), "ActionSource,EventId,EventName,EventTime,UserData")]
    [InlineData(typeof(Board), "")]
    [InlineData(typeof(BoardSection), "")]
    [InlineData(typeof(PinMediaSource), "")]
    public void The_compiler_asks_for_what_requests_need(Type model, string members) =>
        Assert.Equal(members, string.Join(',', RequiredOf(model).Order(StringComparer.Ordinal)));

    // null is not sent, so "required" would promise what it cannot hold.
    [Theory]
    [InlineData(typeof(LeadFormCreateRequest), "CompletionMessage")]
    [InlineData(typeof(KeywordCreateItem), "MatchType")]
    public void The_compiler_does_not_ask_for_what_may_be_null(Type model, string member)
    {
        Assert.NotNull(model.GetProperty(member));
        Assert.DoesNotContain(member, RequiredOf(model));
    }

    [Fact]
    public void A_request_that_lacks_a_member_is_read_by_each_reader()
    {
        Assert.Null(PinterestJson.Deserialize<BoardCreate>("{}")!.Name);
        Assert.Null(JsonConvert.DeserializeObject<BoardCreate>("{}")!.Name);
        Assert.Null(System.Text.Json.JsonSerializer.Deserialize<BoardCreate>("{}")!.Name);
        Assert.Equal("{}", PinterestJson.Serialize(PinterestJson.Deserialize<BoardCreate>("{}")!));
    }

    [Fact]
    public void A_form_of_a_union_that_lacks_a_member_is_read_and_keeps_its_discriminator()
    {
        const string json = """{"source_type":"video_id"}""";

        var source = PinterestJson.Deserialize<PinMediaSource>(json);

        Assert.Null(Assert.IsType<PinMediaSourceVideoId>(source).MediaId);
        Assert.Equal(json, PinterestJson.Serialize(source));
    }

    private static IEnumerable<string> RequiredOf(Type model) =>
        model
            .GetProperties()
            .Where(property => property.GetCustomAttribute<RequiredMemberAttribute>() is not null)
            .Select(property => property.Name);
}
