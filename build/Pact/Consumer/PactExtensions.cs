using PactNet.Interop;
using PactNet.Models;

namespace PactNet;

/// <summary>From a contract to its interactions.</summary>
public static class PactExtensions
{
    /// <summary>Starts to describe HTTP interactions. One test then runs them against a mock server.</summary>
    /// <param name="pact">The contract.</param>
    /// <param name="port">The port of the mock server; null for a free one.</param>
    /// <param name="host">Where the mock server listens.</param>
    /// <exception cref="Pinterest.OpenApi.PactCore.PactLibraryMissingException">The native library is
    /// missing.</exception>
    public static IPactBuilderV4 WithHttpInteractions(
        this IPactV4 pact,
        int? port = null,
        IPAddress host = IPAddress.Loopback
    )
    {
        ArgumentNullException.ThrowIfNull(pact);
        NativeLog.Start(pact.Config.LogLevel);
        return new PactBuilder(pact, PactHandle.Create(pact.Consumer, pact.Provider), port, host);
    }
}
