namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>One part of a recorded interaction that the revision does not allow.</summary>
/// <param name="Place">The part, for example request.query.page_size or response.body.items[0].id.</param>
/// <param name="Expected">What is recorded.</param>
/// <param name="Actual">What the revision allows.</param>
/// <param name="Message">The problem in a sentence.</param>
internal sealed record InteractionProblem(string Place, string Expected, string Actual, string Message);
