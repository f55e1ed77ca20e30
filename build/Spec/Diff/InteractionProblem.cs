namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>
/// One difference between a recorded interaction and what a description allows, or what a provider returned.
/// </summary>
/// <param name="Place">The part, for example request.query.page_size or response.body.items[0].id.</param>
/// <param name="Expected">What is recorded.</param>
/// <param name="Actual">What is allowed, or what the provider returned.</param>
/// <param name="Message">The problem in a sentence.</param>
internal sealed record InteractionProblem(string Place, string Expected, string Actual, string Message)
{
    /// <summary>Gets whether a provider returned <see cref="Actual"/>. Otherwise a description allows it.</summary>
    public bool IsFromProvider { get; init; }
}
