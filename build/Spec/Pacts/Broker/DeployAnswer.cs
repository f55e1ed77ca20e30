using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pacts.Broker;

/// <summary>Whether a version may be deployed, as the broker's results say.</summary>
/// <param name="Deployable">Whether it may; null when results are missing.</param>
/// <param name="Reason">The broker's reason.</param>
internal sealed record DeployAnswer(bool? Deployable, string Reason)
{
    /// <summary>Asks a broker.</summary>
    /// <param name="client">The broker.</param>
    /// <param name="pacticipant">The application.</param>
    /// <param name="version">Its version.</param>
    /// <param name="environment">Where it goes, or null for the latest versions of all others.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="SpecException">The broker does not know the application or its version, refuses the request, or
    /// answers with something else.</exception>
    /// <exception cref="SpecEnvironmentException">The broker does not answer.</exception>
    public static async Task<DeployAnswer> AskAsync(
        BrokerClient client,
        string pacticipant,
        string version,
        string? environment,
        CancellationToken cancellationToken
    )
    {
        var query =
            $"can-i-deploy?pacticipant={Uri.EscapeDataString(pacticipant)}&version={Uri.EscapeDataString(version)}";
        if (environment is not null)
        {
            query += $"&environment={Uri.EscapeDataString(environment)}";
        }

        var answer = await client.GetAsync(client.Address.Of(query), cancellationToken).ConfigureAwait(false);
        if (answer["summary"] is not JObject summary || summary["deployable"] is not JValue deployable)
        {
            throw new SpecException(
                client.Address.Root.ToString(),
                "The answer to can-i-deploy has no summary.",
                "Check that this is the address of a Pact Broker of version 2.82 or later."
            );
        }

        return new DeployAnswer(deployable.Value as bool?, summary["reason"].Text() ?? "The broker gave no reason.");
    }
}
