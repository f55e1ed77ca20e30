using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Tool.Commands;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

/// <summary>A sign-in is waited for as long as was said.</summary>
public sealed class ReturnListenerTests
{
    [Fact]
    public async Task Nobody_who_returns_is_said()
    {
        var time = new FakeTimeProvider();
        using var listener = new ReturnListener(FreePort.Find(), time);

        var code = listener.CodeAsync("state", TimeSpan.FromMinutes(5), default);
        time.Advance(TimeSpan.FromMinutes(5));

        var error = await Assert.ThrowsAsync<SpecEnvironmentException>(() => code);
        Assert.Contains("Nobody returned to http://localhost:", error.Message, StringComparison.Ordinal);
        Assert.Contains("within 300 seconds", error.Message, StringComparison.Ordinal);
    }
}
