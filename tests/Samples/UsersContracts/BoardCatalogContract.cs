using System.Net;
using PactNet;
using PactNet.Matchers;
using PactNet.Verifier;
using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Sandbox;

namespace YourApp;

/// <summary>
/// What the catalog needs of Pinterest, recorded as a pact. Keep the folder of the pacts in your repository, and
/// hold them against Pinterest's description, a sandbox, or a new release of the description before you take it:
/// <code>
/// pinterest-openapi contract verify pacts
/// pinterest-openapi contract verify pacts --against sandbox
/// pinterest-openapi diff 5.22.0 5.23.0 --pacts pacts --only-contracts --fail-on breaks-contracts
/// </code>
/// </summary>
public sealed class BoardCatalogContract
{
    private static readonly string Pacts = Path.Combine(AppContext.BaseDirectory, "pacts");

    [Fact]
    public async Task The_catalog_finds_a_board_by_its_name()
    {
        #region contract
        // Say no more than your code reads: what is not in a contract, Pinterest may change.
        var pact = Pact.V4("YourApp", "Pinterest", new PactConfig { PactDir = Pacts, LogLevel = PactLogLevel.Error })
            .WithHttpInteractions();
        pact.UponReceiving("a request for the boards")
            .Given("the account is empty")
            .Given(
                "a board exists",
                new Dictionary<string, string> { ["board_id"] = "549755885175", ["name"] = "Kitchens" }
            )
            .WithRequest(HttpMethod.Get, "/boards")
            .WithQuery("page_size", "250")
            .WithHeader("Authorization", Match.Regex("Bearer pina_example", @"^Bearer pina_\w+$"))
            .WillRespond()
            .WithStatus(HttpStatusCode.OK)
            .WithJsonBody(
                new
                {
                    items = Match.MinType(
                        new { id = Match.Regex("549755885175", @"^\d+$"), name = Match.Equality("Kitchens") },
                        1
                    ),
                }
            );

        await pact.VerifyAsync(async server =>
            Assert.Equal("549755885175", await Catalog(server.MockServerUri).EnsureAsync("Kitchens"))
        );
        #endregion

        await VerifyAsync();
    }

    // What 'contract verify --against sandbox' does, with PactNet alone. The sandbox knows the provider states by
    // their names.
    private static async Task VerifyAsync()
    {
        await using var sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { ServeContracts = true });
        using var verifier = new PactVerifier("Pinterest", new PactVerifierConfig { LogLevel = PactLogLevel.Error });
        var contracts = verifier
            .WithHttpEndpoint(sandbox.BaseAddress)
            .WithDirectorySource(new DirectoryInfo(Pacts))
            .WithProviderStateUrl(new Uri(sandbox.BaseAddress, "/_pact/provider-states"));

        // It blocks its thread, on which the sandbox may want to answer.
        await Task.Run(contracts.Verify);
    }

    // A contract is one request and one reply, so nothing is sent again and nothing held back.
    private static BoardCatalog Catalog(Uri server) =>
        new(
            new PinterestClient(
                new PinterestClientOptions
                {
                    BaseAddress = server,
                    AccessToken = "pina_example",
                    AccessTier = AccessTier.Unlimited,
                    Retry = new PinterestRetryOptions { MaxRetries = 0 },
                }
            )
        );
}
