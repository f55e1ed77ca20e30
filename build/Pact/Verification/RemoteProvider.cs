using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.PactCore;

/// <summary>A provider at an address, for example Pinterest's sandbox, and what may be sent to it.</summary>
internal sealed record RemoteProvider
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    /// <summary>Gets the base address, for example https://api-sandbox.pinterest.com/v5.</summary>
    public required Uri Address { get; init; }

    /// <summary>Gets the access token.</summary>
    public required string Token { get; init; }

    /// <summary>Gets whether requests that change something are sent.</summary>
    public bool AllowsWrites { get; init; }

    /// <summary>Gives why an interaction is not sent, or null when it is sent.</summary>
    /// <param name="operation">The operation of the interaction, or null when the description has none like it.</param>
    public string? ReasonToSkip(OperationFacts? operation) =>
        operation switch
        {
            null => "it is no operation of the description",
            { IsInSandbox: false } => "Pinterest's sandbox does not serve the operation (x-sandbox)",
            _ when NeedsAppSecret(operation) => "it needs the app's secret, not a token",
            { IsRead: false } when !AllowsWrites => "it changes something; pass --allow-writes to send it",
            _ => null,
        };

    /// <summary>
    /// Fails early when nothing answers at the address: the verifier would try each interaction on its own.
    /// </summary>
    /// <exception cref="SpecEnvironmentException">Nothing answers there.</exception>
    public async Task DemandAnswerAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = AnswerTime };
        try
        {
            using var answer = await http.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (HttpRequestException error)
        {
            throw NoAnswer(error.Message, error);
        }
        catch (TaskCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw NoAnswer($"no response arrived within {AnswerTime.TotalSeconds:0} seconds", error);
        }
    }

    private static bool NeedsAppSecret(OperationFacts operation) =>
        operation.Security.Count > 0 && operation.Security.All(alternative => alternative.Scheme == "basic");

    private SpecEnvironmentException NoAnswer(string why, Exception error) =>
        new($"{Address} does not answer: {why}. Check --against.", error);
}
