namespace Pinterest.OpenApi.Unit.Client.Authentication;

public sealed class PinterestTokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(301, 300, false)]
    [InlineData(300, 300, true)]
    [InlineData(299, 300, true)]
    [InlineData(1, 0, false)]
    [InlineData(0, 0, true)]
    [InlineData(-1, 0, true)]
    public void A_token_needs_renewal_from_the_margin_before_its_end_on(int livesFor, int margin, bool needsRenewal) =>
        Assert.Equal(
            needsRenewal,
            new PinterestToken("a", Now.AddSeconds(livesFor)).NeedsRenewal(Now, TimeSpan.FromSeconds(margin))
        );

    [Fact]
    public void A_token_with_an_unknown_end_never_needs_renewal() =>
        Assert.False(new PinterestToken("a").NeedsRenewal(DateTimeOffset.MaxValue, TimeSpan.FromDays(1)));

    [Theory]
    [InlineData("pina_secret", "access token pina_…, expires 2026-01-01 12:00:00Z, renewable")]
    [InlineData("secret", "access token …, expires 2026-01-01 12:00:00Z, renewable")]
    public void A_token_does_not_print_its_secrets(string token, string printed) =>
        Assert.Equal(printed, new PinterestToken(token, Now) { RefreshToken = "pinr_secret" }.ToString());

    [Theory]
    [InlineData("pina_secret", "access token pina_…")]
    [InlineData("secretsecret", "access token …")]
    [InlineData("pina_", "access token …")]
    [InlineData("sec", "access token …")]
    public void Only_the_prefix_of_a_token_is_printed(string token, string printed) =>
        Assert.Equal(printed, new PinterestToken(token).ToString());
}
