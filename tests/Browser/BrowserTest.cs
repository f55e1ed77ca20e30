using Microsoft.Playwright;

namespace Pinterest.OpenApi.Browser;

/// <summary>A class of tests with a browser of its own.</summary>
public abstract class BrowserTest : IAsyncLifetime
{
    private IPlaywright _playwright = null!;

    /// <summary>Gets the browser.</summary>
    protected IBrowser Browser { get; private set; } = null!;

    /// <inheritdoc/>
    public virtual async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <inheritdoc/>
    public virtual async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
