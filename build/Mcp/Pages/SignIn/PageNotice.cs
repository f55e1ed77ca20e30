namespace Pinterest.OpenApi.Mcp.Pages.SignIn;

/// <summary>What the person is told on the next page.</summary>
/// <param name="IsGood">Whether what the person wanted was done.</param>
/// <param name="Text">What happened, and what to do.</param>
internal sealed record PageNotice(bool IsGood, string Text);
