using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Serialization;

/// <summary>One value that is not as described costs nothing but itself.</summary>
public sealed class LenientReadingTests
{
    [Fact]
    public async Task A_metric_that_is_null_is_absent_and_the_others_are_kept()
    {
        const string json =
            """{"all":{"summary_metrics":{"IMPRESSION":5,"SAVE":null},"daily_metrics":"""
            + """[{"date":"2026-11-20","data_status":"ready","metrics":{"SAVE":null,"IMPRESSION":"5"}}]}}""";
        var client = new FakePinterest().Replies(json).Client;

        var all = (await client.UserAccount.GetAnalyticsAsync(new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 20)))[
            "all"
        ];

        var day = Assert.Single(all.DailyMetrics!);
        Assert.Equal(5, Assert.Single(all.SummaryMetrics!).Value);
        Assert.Equal("IMPRESSION", Assert.Single(day.Metrics!).Key);
        Assert.Equal(DataStatus.Ready, day.DataStatus);
        Assert.Equal(JTokenType.Null, day.AdditionalProperties["metrics"]!["SAVE"]!.Type);
        Assert.Equal("""{"IMPRESSION":5.0,"SAVE":null}""", Written(all, "summary_metrics"));
    }

    [Fact]
    public async Task Ids_that_came_as_numbers_are_texts()
    {
        var rows = await new FakePinterest()
            .Replies("""[{"AD_ACCOUNT_ID":549755885175,"DATE":"2026-11-20","SPEND_IN_DOLLAR":12.5}]""")
            .Client.AdAccounts.GetAnalyticsAsync(
                "9",
                new DateOnly(2026, 11, 20),
                new DateOnly(2026, 11, 20),
                [AnalyticsColumn.SpendInDollar],
                Granularity.Day
            );

        Assert.Equal("549755885175", rows[0].AdAccountId);
        Assert.False(rows[0].AdditionalProperties.ContainsKey("AD_ACCOUNT_ID"));
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("1.50", "1.50")]
    public void A_number_in_place_of_a_text_is_its_digits_as_they_came(string json, string expected) =>
        Assert.Equal(expected, PinterestJson.Deserialize<Pin>($$"""{"id":{{json}}}""")!.Id);

    [Theory]
    [InlineData("\"5\"", 5)]
    [InlineData("\"-5\"", -5)]
    [InlineData("\"5.0\"", 5)]
    [InlineData("\"5e3\"", 5000)]
    [InlineData("\"9007199254740993\"", 9007199254740993)]
    public void A_count_that_came_as_a_text_is_a_number(string json, long expected) =>
        Assert.Equal(expected, PinterestJson.Deserialize<ImageDetails>($$"""{"width":{{json}}}""")!.Width);

    [Theory]
    [InlineData("\"12.5\"", 12.5)]
    [InlineData("\"-0.25\"", -0.25)]
    [InlineData("\"5\"", 5)]
    public void A_decimal_that_came_as_a_text_is_a_number(string json, double expected) =>
        Assert.Equal(expected, PinterestJson.Deserialize<Dictionary<string, double>>($$"""{"a":{{json}}}""")!["a"]);

    [Theory]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"1e999\"")]
    [InlineData("9007199254740993")]
    public void A_number_that_no_double_holds_is_left_out_and_written_again(string json)
    {
        var text = $$"""{"a":1.5,"b":{{json}}}""";
        var read = PinterestJson.Deserialize<Dictionary<string, double>>(text)!;

        Assert.Equal("a", Assert.Single(read).Key);
        Assert.Equal(text, PinterestJson.Serialize(read));
    }

    [Theory]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    public void A_flag_that_came_as_a_text_is_a_flag(string json, bool expected) =>
        Assert.Equal(expected, PinterestJson.Deserialize<Pin>($$"""{"is_owner":{{json}}}""")!.IsOwner);

    [Theory]
    [InlineData("secret", "SECRET")]
    [InlineData("SECRET", "SECRET")]
    [InlineData("Friends_Only", "Friends_Only")]
    public void A_known_value_in_another_case_is_that_value(string json, string expected) =>
        Assert.Equal(expected, PinterestJson.Deserialize<Board>($$"""{"privacy":"{{json}}"}""")!.Privacy!.Value.Value);

    [Fact]
    public void Items_of_another_type_and_nulls_are_left_out_and_written_again_at_their_places()
    {
        const string json = """{"items":["x",{"id":"1"},null,{"id":"2"},7],"bookmark":"b"}""";

        var page = PinterestJson.Deserialize<PinPage>(json)!;

        Assert.Equal(["1", "2"], page.Items.Select(pin => pin.Id));
        Assert.Equal(5, ((JArray)page.AdditionalProperties["items"]!).Count);
        Same(json, page);
    }

    [Fact]
    public void What_is_done_to_the_items_that_fit_is_written_beside_what_was_kept()
    {
        var page = PinterestJson.Deserialize<PinPage>("""{"items":["x",{"id":"1"},7]}""")!;
        page.Items.Add(new Pin { Id = "2" });
        Same("""{"items":["x",{"id":"1"},7,{"id":"2"}]}""", page);

        page.Items.Clear();
        Same("""{"items":["x",7]}""", page);

        page.Items = [];
        Same("""{"items":[]}""", page);
    }

    [Fact]
    public void A_key_that_gets_a_value_no_longer_has_what_was_kept()
    {
        var read = PinterestJson.Deserialize<IDictionary<string, double>>("""{"a":null,"b":"x"}""")!;
        Assert.Empty(read);
        read["a"] = 2;

        Assert.Equal("""{"a":2.0,"b":"x"}""", PinterestJson.Serialize(read));
    }

    [Fact]
    public void Of_two_entries_of_one_name_the_later_counts()
    {
        Assert.Equal(
            """{"a":1.0}""",
            PinterestJson.Serialize(PinterestJson.Deserialize<IDictionary<string, double>>("""{"a":null,"a":1}"""))
        );
        Assert.Equal(
            """{"a":null}""",
            PinterestJson.Serialize(PinterestJson.Deserialize<IDictionary<string, double>>("""{"a":1,"a":null}"""))
        );
        Assert.Equal("2", PinterestJson.Deserialize<Pin>("""{"id":"1","id":"2"}""")!.Id);
    }

    private static string Written(PinterestModel model, string member) =>
        JToken.Parse(PinterestJson.Serialize(model))[member]!.ToString(Newtonsoft.Json.Formatting.None);

    private static void Same<T>(string expected, T value) =>
        Assert.True(
            JToken.DeepEquals(JToken.Parse(expected), JToken.Parse(PinterestJson.Serialize(value))),
            PinterestJson.Serialize(value)
        );
}
