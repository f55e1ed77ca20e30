namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>The page that a sandbox shows to a person who opens its address.</summary>
internal sealed record SandboxPage : Page
{
    /// <inheritdoc/>
    public override string Template => "sandbox.html";

    /// <summary>Gets what is known of the sandbox: its addresses and what it serves.</summary>
    public required IReadOnlyList<FactPart> Facts { get; init; }

    /// <summary>Gets whether the sandbox logs requests.</summary>
    public required bool LogsRequests { get; init; }

    /// <summary>Gets the last requests, newest first.</summary>
    public required IReadOnlyList<SandboxRequestPart> Requests { get; init; }

    /// <summary>Gets the planned faults: the fault, and what it happens to.</summary>
    public required IReadOnlyList<FactPart> Faults { get; init; }
}
