using Newtonsoft.Json;
using StandardJson = System.Text.Json.JsonSerializer;

namespace Pinterest.OpenApi.Unit.Client.Serialization;

/// <summary>Neither serialiser prints a secret, wherever the object stands.</summary>
public sealed class SecretConverterTests
{
    private static readonly PinterestToken Token = new("pina_verysecret")
    {
        RefreshToken = "pinr_verysecret",
        Scopes = ["boards:read"],
    };

    private static readonly PinterestApp App = new("1234", "verysecret");

    public static TheoryData<object, string> Values =>
        new()
        {
            { Token, "access token pina_…, renewable" },
            { App, "app 1234" },
            {
                new PinterestClientOptions
                {
                    AccessToken = "pina_verysecret",
                    ConversionToken = "verysecret",
                    App = App,
                    Credential = new StaticTokenCredential(Token),
                    OnResponse = _ => { },
                },
                "with an access token"
            },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void No_serialiser_prints_a_secret(object value, string shown)
    {
        var options = new System.Text.Json.JsonSerializerOptions
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        foreach (
            var json in new[]
            {
                StandardJson.Serialize(value, value.GetType(), options),
                StandardJson.Serialize(new { Inner = new[] { value } }, options),
                JsonConvert.SerializeObject(value),
                JsonConvert.SerializeObject(new { Inner = new[] { value } }),
            }
        )
        {
            Assert.DoesNotContain("verysecret", json, StringComparison.Ordinal);
            Assert.Contains(shown, json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_null_stays_null() =>
        Assert.Equal(
            ["{\"Token\":null}", "{\"Token\":null}"],
            [
                StandardJson.Serialize(new { Token = (PinterestToken?)null }),
                JsonConvert.SerializeObject(new { Token = (PinterestToken?)null }),
            ]
        );

    [Fact]
    public void What_is_written_without_its_secrets_is_not_read()
    {
        const string json = "{\"AccessToken\":\"pina_a\"}";

        Assert.Contains(
            "PinterestToken cannot be read from JSON",
            Assert.ThrowsAny<NotSupportedException>(() => StandardJson.Deserialize<PinterestToken>(json)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "token store",
            Assert.Throws<NotSupportedException>(() => JsonConvert.DeserializeObject<PinterestToken>(json)).Message,
            StringComparison.Ordinal
        );
    }
}
