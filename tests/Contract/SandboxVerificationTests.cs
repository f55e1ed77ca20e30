using Pinterest.OpenApi.PactCore;
using Pinterest.OpenApi.Sandbox;

namespace Pinterest.OpenApi.Contract;

/// <summary>The committed contracts, verified against the sandbox by Pact's own verifier.</summary>
public sealed class SandboxVerificationTests
{
    [Fact]
    public async Task The_sandbox_answers_as_the_contracts_say()
    {
        await using var sandbox = await PinterestSandbox.StartAsync(
            new SandboxOptions { ServeContracts = true, CheckResponses = true }
        );

        var result = await Task.Run(() =>
            PactVerification.Run(
                new VerificationRequest(ContractRecorder.Provider, sandbox.BaseAddress)
                {
                    Sources = [ContractTests.Pacts],
                    ProviderStateUrl = new Uri(sandbox.BaseAddress, "/_pact/provider-states"),
                }
            )
        );

        Assert.True(
            result.Success,
            string.Join(
                '\n',
                result.Problems.Concat(
                    result
                        .Interactions.Where(interaction => !interaction.Success)
                        .Select(interaction =>
                            $"{interaction.Description}: {interaction.Error} {string.Join("; ", interaction.Mismatches)}"
                        )
                )
            )
        );
        Assert.Equal(Contracts.All.Count, result.Interactions.Count);
    }
}
