using Pinterest.OpenApi.Spec.Generation;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>What the check of the generated client found.</summary>
internal sealed record ClientCheckResult
{
    /// <summary>Gets the result when the pin is damaged: a client of a damaged description proves nothing.</summary>
    public static ClientCheckResult NotRun { get; } = new();

    /// <summary>Gets what is wrong.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Gets what is worth knowing and no problem.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gets what each pass of the normaliser did.</summary>
    public IReadOnlyList<PassCount> Passes { get; init; } = [];

    /// <summary>Gets how long normalising and generating took; null when the build had done it before.</summary>
    public TimeSpan? Elapsed { get; init; }
}
