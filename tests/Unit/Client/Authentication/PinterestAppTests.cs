namespace Pinterest.OpenApi.Unit.Client.Authentication;

public sealed class PinterestAppTests
{
    [Theory]
    [InlineData("1234", "s3cret\n")]
    [InlineData("1234\n", "s3cret")]
    [InlineData("12:34", "s3cret")]
    [InlineData("1234", "s3 cret")]
    public void An_app_that_cannot_be_sent_is_refused_where_it_is_set(string id, string secret)
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new PinterestOAuth(new HttpClient(), new PinterestApp(id, secret))
        );

        Assert.Equal("The id or the secret of App contains an invalid character, such as a line break.", error.Message);
    }

    [Fact]
    public void An_app_does_not_print_its_secret() =>
        Assert.Equal("app 1234", new PinterestApp("1234", "s3cret").ToString());
}
