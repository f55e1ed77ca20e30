using System.Globalization;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Http;

/// <summary>Each style of a parameter on the wire, those too that the pinned description does not use.</summary>
public sealed class PinterestRequestTests
{
    private static readonly Uri Base = new("https://api.example/v5/");

    public static TheoryData<ParameterStyle, object?, string> Styles =>
        new()
        {
            { ParameterStyle.Single, "a b&c", "?p=a%20b%26c" },
            { ParameterStyle.Single, true, "?p=true" },
            { ParameterStyle.Single, false, "?p=false" },
            { ParameterStyle.Single, 12.5, "?p=12.5" },
            { ParameterStyle.Single, new DateOnly(2026, 1, 2), "?p=2026-01-02" },
            { ParameterStyle.Single, new Uri("https://example.com/"), "?p=https%3A%2F%2Fexample.com%2F" },
            { ParameterStyle.Single, null, "" },
            { ParameterStyle.Repeated, new[] { "a", null, "b" }, "?p=a&p=b" },
            { ParameterStyle.Repeated, "one", "?p=one" },
            { ParameterStyle.Repeated, Array.Empty<string>(), "" },
            { ParameterStyle.Joined, new[] { "a,b", null, "c" }, "?p=a%2Cb,c" },
            { ParameterStyle.Joined, "one", "?p=one" },
            { ParameterStyle.Joined, Array.Empty<string>(), "" },
        };

    [Theory]
    [MemberData(nameof(Styles))]
    public void A_query_parameter_is_written_as_its_style_says(ParameterStyle style, object? value, string query)
    {
        var request = Request(style);
        request.Add("p", value);
        Assert.Equal($"https://api.example/v5/x{query}", request.ToHttpRequest(Base).RequestUri!.OriginalString);
    }

    [Fact]
    public void An_object_is_written_by_the_paths_of_its_members_and_what_is_null_is_left_out()
    {
        var request = Request(ParameterStyle.DeepObject);
        request.Add(
            "p",
            PinterestJson.Deserialize<Pin>(
                """{"id":"1","media":{"media_type":"image","images":{"600x":{"width":3}}},"title":null,"pin_metrics":{"a":[1,2]}}"""
            )
        );

        Assert.Equal(
            "?p[id]=1&p[media][media_type]=image&p[media][images][600x][width]=3&p[pin_metrics][a]=1&p[pin_metrics][a]=2",
            Uri.UnescapeDataString(request.ToHttpRequest(Base).RequestUri!.Query)
        );
    }

    [Fact]
    public void A_header_is_written_as_it_is()
    {
        var request = Request(ParameterStyle.Header);
        request.Add("p", 7);
        Assert.Equal(["7"], request.ToHttpRequest(Base).Headers.GetValues("p"));
    }

    [Fact]
    public void A_time_is_written_with_its_offset()
    {
        var request = Request(ParameterStyle.Single);
        request.Add("p", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)));
        Assert.Equal(
            new DateTimeOffset(2026, 1, 2, 1, 4, 5, TimeSpan.Zero),
            DateTimeOffset.Parse(
                Uri.UnescapeDataString(request.ToHttpRequest(Base).RequestUri!.Query)[3..],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            )
        );
    }

    [Theory]
    [InlineData("", "ad_account_id=default")]
    [InlineData("given", "ad_account_id=given")]
    public void A_default_fills_in_only_what_the_call_leaves_out(string given, string query)
    {
        var request = Request(ParameterStyle.Single, "ad_account_id", "ad_account_ids");
        request.Add("ad_account_ids", "1");
        if (given.Length > 0)
        {
            request.Add("ad_account_id", given);
        }

        request.AddDefault("ad_account_id", "default");
        request.AddDefault("elsewhere", "default");

        Assert.Equal($"?ad_account_ids=1&{query}", request.ToHttpRequest(Base).RequestUri!.Query);
    }

    [Theory]
    [InlineData(0L, "x accepts 'page_size' from 1 to 250. (Parameter 'pageSize')\nActual value was 0.")]
    [InlineData(251L, "x accepts 'page_size' from 1 to 250. (Parameter 'pageSize')\nActual value was 251.")]
    [InlineData(long.MinValue, "x accepts 'page_size' from 1 to 250.")]
    public void A_number_beyond_the_limits_of_its_parameter_is_refused(long pageSize, string message)
    {
        var request = new PinterestRequest(
            Operation(
                new OperationParameter("page_size", ParameterStyle.Single, IsRequired: false)
                {
                    Minimum = 1,
                    Maximum = 250,
                }
            )
        );

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => request.Add("page_size", pageSize));

        Assert.StartsWith(message, error.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(pageSize, error.ActualValue);
        request.Add("page_size", 1L);
        request.Add("page_size", 250);
    }

    [Fact]
    public void A_parameter_with_one_limit_has_no_other()
    {
        var least = new PinterestRequest(
            Operation(new OperationParameter("p", ParameterStyle.Single, IsRequired: false) { Minimum = 0 })
        );
        var most = new PinterestRequest(
            Operation(new OperationParameter("p", ParameterStyle.Single, IsRequired: false) { Maximum = 5 })
        );

        least.Add("p", long.MaxValue);
        most.Add("p", long.MinValue);

        Assert.StartsWith(
            "x accepts 'p' from 0 on.",
            Assert.Throws<ArgumentOutOfRangeException>(() => least.Add("p", -1L)).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "x accepts 'p' up to 5.",
            Assert.Throws<ArgumentOutOfRangeException>(() => most.Add("p", 6L)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_required_or_unknown_is_named()
    {
        var required = new PinterestRequest(
            Operation(new OperationParameter("p", ParameterStyle.Single, IsRequired: true))
        );
        Assert.StartsWith(
            "x requires 'p'.",
            Assert.Throws<ArgumentNullException>(() => required.Add("p", null)).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "x has no parameter 'q'.",
            Assert.Throws<ArgumentException>(() => required.Add("q", "1")).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "x requires a body.",
            Assert.Throws<ArgumentNullException>(() => required.SetBody<string>(null!)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_id_cannot_leave_its_place_in_the_path()
    {
        var pinterest = new FakePinterest();

        await pinterest.Client.Pins.GetAsync("a/b?c#d/..");

        Assert.Equal(
            "https://api.pinterest.com/v5/pins/a%2Fb%3Fc%23d%2F..",
            pinterest.Requests[0].Request.RequestUri!.AbsoluteUri
        );
        await Assert.ThrowsAsync<ArgumentException>(() => pinterest.Client.Pins.GetAsync(".."));
        await Assert.ThrowsAsync<ArgumentException>(() => pinterest.Client.Pins.DeleteAsync("."));
        Assert.Single(pinterest.Requests);
    }

    [Fact]
    public async Task A_form_is_sent_as_a_form_with_its_grant_type()
    {
        var pinterest = new FakePinterest().Replies(
            """{"access_token":"a","response_type":"authorization_code","refresh_token":"r"}"""
        );

        var reply = await pinterest.Client.OAuth.CreateTokenAsync(
            new OauthAccessTokenCreate
            {
                GrantType = TokenGrantType.AuthorizationCode,
                Code = "c d",
                RedirectUri = "http://localhost/",
            }
        );

        Assert.Equal(
            "code=c+d&grant_type=authorization_code&redirect_uri=http%3A%2F%2Flocalhost%2F",
            pinterest.Requests[0].Body
        );
        Assert.Equal("r", reply.RefreshToken);
    }

    [Fact]
    public async Task A_body_has_a_length_and_a_content_type()
    {
        var pinterest = new FakePinterest();

        await pinterest.Client.Pins.CreateAsync(new PinCreate { Title = "ü" });

        var headers = pinterest.Requests[0].Request.Content!.Headers;
        Assert.Equal((14L, "application/json"), (headers.ContentLength, headers.ContentType!.ToString()));
    }

    private static PinterestRequest Request(ParameterStyle style, params string[] names) =>
        new(
            Operation([
                .. (names.Length > 0 ? names : ["p"]).Select(name => new OperationParameter(
                    name,
                    style,
                    IsRequired: false
                )),
            ])
        );

    private static Operation Operation(params OperationParameter[] parameters) =>
        new()
        {
            Id = "x",
            Method = HttpMethod.Get,
            Path = "/x",
            Group = "x",
            Access = OperationAccess.Read,
            Security = [],
            SuccessCodes = [200],
            Parameters = parameters,
        };
}
