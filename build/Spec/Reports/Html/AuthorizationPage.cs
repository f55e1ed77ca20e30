namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>The page on which a user allows an app of the sandbox what it asks for.</summary>
internal sealed record AuthorizationPage : Page
{
    /// <inheritdoc/>
    public override string Template => "authorize.html";

    /// <inheritdoc/>
    public override string Heading => $"Allow app {AppId} to use your account?";

    /// <inheritdoc/>
    public override bool IsDialog => true;

    /// <summary>Gets the id of the app.</summary>
    public required string AppId { get; init; }

    /// <summary>Gets the path to which the buttons send the form.</summary>
    public required string Action { get; init; }

    /// <summary>Gets the scopes that the app asks for.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Gets the hidden fields of the form.</summary>
    public required IReadOnlyList<FactPart> Fields { get; init; }

    /// <summary>Gets the host to which the user returns.</summary>
    public required string ReturnsTo { get; init; }
}
