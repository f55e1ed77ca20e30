using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Unit.Client.Hashing;

/// <summary>The records of customer lists, from addresses to what is sent.</summary>
public sealed class CustomerListRecordsTests
{
    [Fact]
    public void Records_are_hashed_without_doubles_and_given_in_parts()
    {
        var records = new CustomerListRecords()
            .AddEmail("a@b.c")
            .AddEmail("A@B.C")
            .AddEmail("d@e.f")
            .AddAdvertisingId("1");

        Assert.Equal(3, records.Count);
        Assert.Equal(
            [$"{PinterestHash.Email("a@b.c")},{PinterestHash.Email("d@e.f")}", PinterestHash.AdvertisingId("1")],
            records.ToParts(2)
        );
        Assert.Equal("3 records of a customer list", records.ToString());
        Assert.Empty(new CustomerListRecords().ToParts());
        Assert.Throws<ArgumentOutOfRangeException>(() => records.ToParts(0));
    }

    [Theory]
    [InlineData("email\r\na@b.c\r\n\r\n\"d@e.f\"\r\na@b.c")]
    [InlineData("a@b.c\nd@e.f\n")]
    public async Task A_text_with_an_address_in_each_line_is_added(string text)
    {
        var records = new CustomerListRecords();

        Assert.Equal(2, await records.AddEmailLinesAsync(new StringReader(text)));
        Assert.Equal(
            $"{PinterestHash.Email("a@b.c")},{PinterestHash.Email("d@e.f")}",
            Assert.Single(records.ToParts())
        );
    }

    [Fact]
    public async Task A_line_that_is_no_address_is_named_by_its_number_and_not_shown()
    {
        var records = new CustomerListRecords();

        var error = await Assert.ThrowsAsync<FormatException>(() =>
            records.AddEmailLinesAsync(new StringReader("a@b.c\nAnn Secret\n"))
        );

        Assert.StartsWith("Line 2 is not an email address.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, records.Count);
    }

    [Fact]
    public async Task A_line_without_an_end_does_not_fill_the_memory()
    {
        var error = await Assert.ThrowsAsync<FormatException>(() =>
            new CustomerListRecords().AddEmailLinesAsync(new StringReader("a@b.c\n" + new string('a', 1_000_000)))
        );

        Assert.Equal("Line 2 is longer than 4096 characters.", error.Message);
    }

    [Fact]
    public void A_row_names_a_person_by_several_members()
    {
        var row = CustomerListRecords.Row<CustomerListRecordRow>(
            email: "A@B.C",
            phone: "+49 30 1",
            externalId: "Ann-7"
        );

        Assert.True(
            JToken.DeepEquals(
                new JObject
                {
                    ["email"] = PinterestHash.Email("a@b.c"),
                    ["external_id"] = "Ann-7",
                    ["hashed_phone_number"] = PinterestHash.Phone("49301"),
                },
                JObject.Parse(PinterestJson.Serialize(row))
            )
        );
        Assert.Throws<ArgumentException>(() => CustomerListRecords.Row<CustomerListRecordRow>());
    }
}
