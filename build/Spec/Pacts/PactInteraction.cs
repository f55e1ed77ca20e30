namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>One entry of a pact: a request and its response.</summary>
/// <param name="Description">Its name.</param>
/// <param name="States">The provider states that it needs.</param>
/// <param name="Request">The request.</param>
/// <param name="Response">The response.</param>
internal sealed record PactInteraction(
    string Description,
    IReadOnlyList<string> States,
    PactRequest Request,
    PactResponse Response
)
{
    /// <summary>Gets whether the consumer marked it as pending: a failure is reported and fails nothing.</summary>
    public bool IsPending { get; init; }
}
