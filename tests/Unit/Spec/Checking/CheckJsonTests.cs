using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Checking;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>A check as JSON is read back as what it was made of.</summary>
public sealed class CheckJsonTests
{
    [Fact]
    public void A_check_without_a_predecessor_has_nulls_and_not_empty_comparisons()
    {
        var json = JObject.Parse(CheckJson.Print(SmallReport.Good));

        Assert.True((bool)json["good"]!);
        Assert.Equal(JTokenType.Null, json["changes"]!.Type);
        Assert.Equal(JTokenType.Null, json["comparison"]!.Type);
    }

    [Fact]
    public void Problems_names_verifications_and_changes_are_all_there()
    {
        var json = JObject.Parse(
            CheckJson.Print(
                (
                    SmallReport.Good with
                    {
                        Comparison = new("5.0.0", "5.1.0", new(["a"], ["b"], ["c"]), new([], [], [])),
                        Changes = SmallReport.Changes(2),
                    }
                ).With(SmallReport.Contracts(1, failed: 1))
            )
        );

        Assert.False((bool)json["good"]!);
        Assert.Single(json["problems"]!);
        Assert.Equal(["a", "b", "c"], json["comparison"]!["operations"]!.Values().Select(names => (string?)names[0]));
        Assert.Equal(2, json["changes"]!["findings"]!.Count());
        Assert.Equal("interaction 1", (string?)json["contracts"]![0]!["interactions"]![0]!["description"]);
    }
}
