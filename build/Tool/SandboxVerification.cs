using Pinterest.OpenApi.PactCore;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Tool;

/// <summary>
/// Starts a sandbox and has contracts verified against it: only the tool knows both the sandbox and the verifier.
/// </summary>
internal static class SandboxVerification
{
    public static async Task<ContractResult> RunAsync(
        IReadOnlyList<PactContract> contracts,
        ContractVerifier operations,
        CancellationToken cancellationToken
    )
    {
        await using var sandbox = await PinterestSandbox.StartAsync(
            new SandboxOptions { ServeContracts = true },
            cancellationToken
        );
        return await ProviderVerification.AgainstServerAsync(
            "the sandbox",
            sandbox.BaseAddress,
            new Uri(sandbox.BaseAddress, "/_pact/provider-states"),
            contracts,
            operations,
            cancellationToken
        );
    }
}
