using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>Seconds since 1970 can be used as a time, too.</summary>
public sealed class NameTimesTests
{
    private const string IsSeconds =
        """[{"target":"$.components.schemas.Thing.properties.created_time","update":{"x-csharp-seconds":true}}]""";

    [Theory]
    [InlineData("created_time: {type: integer}", "CreatedTimeUtc")]
    [InlineData("created_time: {type: string}", null)]
    [InlineData("created_time: {type: integer}, created_time_utc: {type: string}", null)]
    public void An_integer_that_is_decided_to_be_seconds_has_a_second_name(string properties, string? expected) =>
        Assert.Equal(expected, TimeName(properties, IsSeconds));

    [Fact]
    public void No_integer_is_taken_for_seconds_by_its_name() =>
        Assert.Null(TimeName("created_time: {type: integer, format: int64}", "[]"));

    // As Pinterest's own texts and examples say: milliseconds, or no word about it.
    [Theory]
    [InlineData("InviteResponse.CreatedTime")]
    [InlineData("UserBusinessRoleBinding.CreatedTime")]
    [InlineData("LeadSubscription.CreatedTime")]
    [InlineData("AssetGroupBinding.CreatedTime")]
    [InlineData("ItemAttributes.LastUpdatedTime")]
    [InlineData("CatalogsDeleteRetailItem.LastUpdatedTime")]
    [InlineData("LocalInventoryItemResponse.LastUpdatedTime")]
    [InlineData("IntegrationRecord.CreatedTime")]
    public void Milliseconds_have_no_second_name(string member)
    {
        var type = typeof(PinterestClient).Assembly.GetType("Pinterest.OpenApi.Models." + member.Split('.')[0])!;

        Assert.NotNull(type.GetProperty(member.Split('.')[1]));
        Assert.Null(type.GetProperty(member.Split('.')[1] + "Utc"));
    }

    private static string? TimeName(string properties, string actions) =>
        (
            (JObject)
                SmallDescription
                    .Normalise($"Thing: {{type: object, properties: {{{properties}}}}}", actions: actions)
                    .Schema("Thing")["properties"]!
        )
            .Properties()
            .Select(property => (string?)property.Value[Keywords.TimeName])
            .FirstOrDefault(name => name is not null);
}
