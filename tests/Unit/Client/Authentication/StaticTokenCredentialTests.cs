using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Authentication;

public sealed class StaticTokenCredentialTests
{
    [Fact]
    public Task What_is_missing_is_named() => Missing.IsNamedAsync(("token", () => new StaticTokenCredential(null!)));
}
