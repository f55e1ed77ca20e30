using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Hashing;

/// <summary>The users of conversion events, from what is known of them to what is sent.</summary>
public sealed class ConversionUserTests
{
    [Fact]
    public void All_that_is_known_becomes_the_user_data_of_an_event()
    {
        var user = new ConversionUser
        {
            IpAddress = "192.0.2.1 ",
            UserAgent = "Agent",
            ClickId = "c",
            PartnerId = "p",
        }
            .AddEmail("ann@example.com")
            .AddEmail("ANN@example.com ")
            .AddEmail("ann@example.org")
            .AddPhone("030 1", "49")
            .AddFirstName("Ann")
            .AddLastName("Lee")
            .AddCity("Oslo")
            .AddState("CA")
            .AddZip("1234")
            .AddCountry("no")
            .AddDateOfBirth(new DateOnly(1990, 3, 5))
            .AddGender("f")
            .AddExternalId("7")
            .AddAdvertisingId("38400000");

        var json = JObject.Parse(PinterestJson.Serialize(user.ToUserData<ConversionEventsUserDataProperties>()));

        Assert.Equal(
            [PinterestHash.Email("ann@example.com"), PinterestHash.Email("ann@example.org")],
            json["em"]!.Values<string>()
        );
        Assert.Equal("192.0.2.1", (string?)json["client_ip_address"]);
        Assert.Equal(
            [
                "click_id",
                "client_ip_address",
                "client_user_agent",
                "country",
                "ct",
                "db",
                "em",
                "external_id",
                "fn",
                "ge",
                "hashed_maids",
                "ln",
                "partner_id",
                "ph",
                "st",
                "zp",
            ],
            json.Properties().Select(member => member.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_user_needs_an_address_an_advertising_id_or_both_IP_address_and_user_agent()
    {
        Assert.True(new ConversionUser().AddEmail("a@b.c").IsSufficient);
        Assert.True(new ConversionUser().AddAdvertisingId("1").IsSufficient);
        Assert.True(new ConversionUser { IpAddress = "192.0.2.1", UserAgent = "Agent" }.IsSufficient);
        Assert.False(new ConversionUser { IpAddress = "192.0.2.1", UserAgent = " " }.IsSufficient);
        Assert.False(
            new ConversionUser { UserAgent = "Agent" }
                .AddPhone("+49 30")
                .IsSufficient
        );

        var error = Assert.Throws<InvalidOperationException>(() =>
            new ConversionUser().ToUserData<ConversionEventsUserDataProperties>()
        );
        Assert.Contains("needs an email address (em)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_does_not_print_what_is_known()
    {
        var user = new ConversionUser { IpAddress = "192.0.2.1" }.AddEmail("ann@example.com");

        Assert.Equal("conversion user with em, client_ip_address", user.ToString());
    }

    [Fact]
    public void All_problems_of_events_are_found_and_nothing_personal_is_shown()
    {
        var events = Events(
            new JObject { ["em"] = new JArray(PinterestHash.Email("ann@example.com")) },
            new JObject { ["em"] = new JArray("secret@example.com"), ["ph"] = new JArray("secret") },
            new JObject { ["client_user_agent"] = "secret agent" },
            new JObject()
        );

        var problems = ConversionCheck.Problems(events);

        Assert.Equal(
            ["Event 2 has", "Event 2 has", "Event 3 needs", "Event 4 needs"],
            problems.Select(problem => string.Join(' ', problem.Split(' ').Take(3)))
        );
        Assert.All(problems, problem => Assert.DoesNotContain("secret", problem, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => ConversionCheck.Validate(events));
        Assert.Empty(
            ConversionCheck.Problems(Events(new JObject { ["em"] = new JArray(PinterestHash.Email("a@b.c")) }))
        );
    }

    [Fact]
    public void A_call_has_1_to_1000_events()
    {
        Assert.Contains("There are 0 events", ConversionCheck.Problems(Events())[0], StringComparison.Ordinal);
        var many = Events(Enumerable.Repeat(0, 1001).Select(_ => new JObject()).ToArray());
        Assert.Contains("There are 1001 events", ConversionCheck.Problems(many)[0], StringComparison.Ordinal);

        var error = Assert.Throws<ArgumentException>(() => ConversionCheck.Validate(many));
        Assert.Contains("Not shown: 982 more.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_are_sent_only_when_they_pass_the_check()
    {
        var pinterest = new FakePinterest().Replies(
            """{"num_events_received":1,"num_events_processed":1,"events":[]}"""
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            pinterest.Client.SendConversionEventsAsync(
                "549",
                Events([
                    [],
                ])
            )
        );
        Assert.Empty(pinterest.Requests);

        var user = new ConversionUser().AddEmail("ann@example.com").ToUserData<ConversionEventsUserDataProperties>();
        var sent = await pinterest.Client.SendConversionEventsAsync(
            "549",
            Events(JObject.Parse(PinterestJson.Serialize(user))),
            isTest: true
        );

        Assert.Equal(1, sent.Processed);
        Assert.Equal("/v5/ad_accounts/549/events?test=true", pinterest.Requests[0].Request.RequestUri!.PathAndQuery);
    }

    private static ConversionEventsCreate Events(params JObject[] users) =>
        PinterestJson.Deserialize<ConversionEventsCreate>(
            new JObject
            {
                ["data"] = new JArray(
                    users.Select(user => new JObject
                    {
                        ["event_name"] = "checkout",
                        ["action_source"] = "web",
                        ["event_id"] = "1",
                        ["event_time"] = 1,
                        ["user_data"] = user,
                    })
                ),
            }.ToString()
        )!;
}
