namespace Pinterest.OpenApi.Mcp.Pages.SignIn;

/// <summary>What became of a form.</summary>
/// <param name="Notice">What the person is told.</param>
/// <param name="Anchor">Where on the page the person looks next, for example log.</param>
internal sealed record PageAnswer(PageNotice Notice, string Anchor)
{
    /// <summary>Says that it was done.</summary>
    public static PageAnswer Done(string text, string anchor) => new(new PageNotice(IsGood: true, text), anchor);

    /// <summary>Says that it was not done, and why.</summary>
    public static PageAnswer Refused(string text, string anchor) => new(new PageNotice(IsGood: false, text), anchor);
}
