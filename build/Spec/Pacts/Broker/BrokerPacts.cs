using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pacts.Broker;

/// <summary>
/// The pacts of a broker. They lie in a folder of their own as long as they are verified, because Pact's verifier reads
/// files.
/// </summary>
internal sealed class BrokerPacts : IDisposable
{
    private const int MostPacts = 500;
    private const string PactsRelation = "pb:provider-pacts-for-verification";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-openapi-broker-");

    private BrokerPacts() { }

    /// <summary>Gets the pacts.</summary>
    public List<BrokerPact> All { get; } = [];

    /// <summary>Gets the pacts that hold no interaction over HTTP, by address: they are not verified.</summary>
    public List<InteractionOutcome> Skipped { get; } = [];

    /// <summary>Asks a broker for the pacts of a provider.</summary>
    /// <exception cref="SpecException">The broker refuses, or answers with what is no list of pacts.</exception>
    /// <exception cref="SpecEnvironmentException">The broker does not answer.</exception>
    public static async Task<BrokerPacts> ReadAsync(
        BrokerClient client,
        BrokerRequest request,
        CancellationToken cancellationToken
    )
    {
        var pacts = new BrokerPacts();
        try
        {
            await pacts.LoadAsync(client, request, cancellationToken).ConfigureAwait(false);
            return pacts;
        }
        catch
        {
            pacts.Dispose();
            throw;
        }
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose() => _folder.Delete(recursive: true);

    private async Task LoadAsync(BrokerClient client, BrokerRequest request, CancellationToken cancellationToken)
    {
        var root = await client.GetAsync(client.Address.Root, cancellationToken).ConfigureAwait(false);
        var link =
            root.Link(PactsRelation, ("provider", request.Provider))
            ?? throw new SpecException(
                client.Address.Root.ToString(),
                $"The answer has no link {PactsRelation}.",
                "Check that this is the address of a Pact Broker of version 2.40 or later."
            );
        var listed = await client
            .SendAsync(HttpMethod.Post, client.Address.Follow(link), request.Body(), cancellationToken)
            .ConfigureAwait(false);
        var entries = listed["_embedded"].Member("pacts") as JArray ?? [];
        if (entries.Count > MostPacts)
        {
            throw new SpecException(
                client.Address.Root.ToString(),
                $"The selectors select {entries.Count} pacts.",
                $"Select at most {MostPacts}."
            );
        }

        foreach (var entry in entries.OfType<JObject>())
        {
            await LoadAsync(client, entry, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task LoadAsync(BrokerClient client, JObject entry, CancellationToken cancellationToken)
    {
        if (entry.Link("self") is not { } link)
        {
            throw new SpecException(
                client.Address.Root.ToString(),
                "The broker lists a pact without a link to it.",
                "Check the broker."
            );
        }

        var address = client.Address.Follow(link);
        var document = await client.GetAsync(address, cancellationToken).ConfigureAwait(false);
        var name = address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        if (!PactReader.HasHttp(document))
        {
            Skipped.Add(WithoutHttp(document, name));
            return;
        }

        var file = Path.Combine(_folder.FullName, $"{All.Count}.json");
        await File.WriteAllTextAsync(file, document.ToString(), cancellationToken).ConfigureAwait(false);
        All.Add(
            new BrokerPact(
                PactReader.Read(document, name) with
                {
                    File = file,
                    Address = name,
                    IsPending = entry["verificationProperties"].Member("pending").IsTrue(),
                },
                document
            )
        );
    }

    private static InteractionOutcome WithoutHttp(JObject document, string name) =>
        new()
        {
            Consumer = PactReader.Name(document, "consumer"),
            Provider = PactReader.Name(document, "provider"),
            File = name,
            Description = "the pact",
            Outcome = ContractOutcome.Skipped,
            Reason = "it has no interactions over HTTP",
        };
}
