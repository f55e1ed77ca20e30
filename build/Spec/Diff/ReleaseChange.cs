namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>A change of a release, without the descriptions that it was found in.</summary>
/// <param name="Severity">How much it means.</param>
/// <param name="Rule">The id of the rule that found it.</param>
/// <param name="Message">What happened, in a sentence.</param>
internal sealed record ReleaseChange(Severity Severity, string Rule, string Message);
