namespace Pinterest.OpenApi.Unit.Client.Authentication;

public sealed class PinterestAppTests
{
    [Fact]
    public void An_app_does_not_print_its_secret() =>
        Assert.Equal("app 1234", new PinterestApp("1234", "s3cret").ToString());
}
