namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>The page that says why a user cannot sign in to the sandbox.</summary>
internal sealed record SignInProblemPage : Page
{
    /// <inheritdoc/>
    public override string Template => "sign-in-problem.html";

    /// <inheritdoc/>
    public override bool IsDialog => true;

    /// <summary>Gets the reason.</summary>
    public required string Message { get; init; }
}
