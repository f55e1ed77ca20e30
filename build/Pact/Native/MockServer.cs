using System.Runtime.InteropServices;
using PactNet.Exceptions;
using PactNet.Models;

namespace PactNet.Interop;

/// <summary>A running mock server; its handle is its port.</summary>
internal sealed class MockServer : SafeHandle
{
    public MockServer()
        : base(0, ownsHandle: true) { }

    public override bool IsInvalid => handle == 0;

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Gets whether all that was expected was sent, as expected, and nothing else.</summary>
    public bool Matched => PactFfi.MockServerMatched(Port);

    /// <summary>Gets what went wrong, as the core's JSON. Gone once the server is disposed of.</summary>
    public string Mismatches => NativeText.Borrow(PactFfi.MockServerMismatches(Port));

    /// <summary>Gets the server's part of the log. Gone once the server is disposed of.</summary>
    public string Log => NativeText.Borrow(PactFfi.MockServerLogs(Port));

    private int Port => (int)handle;

    /// <exception cref="PactFailureException">It could not be started.</exception>
    public static MockServer Start(PactHandle pact, IPAddress host, int? port)
    {
        var address = host is IPAddress.Any ? "0.0.0.0" : "127.0.0.1";
        var answer = PactFfi.CreateMockServerForTransport(pact.Id, address, checked((ushort)(port ?? 0)), "http", null);
        if (answer <= 0)
        {
            throw new PactFailureException(
                $"The mock server did not start on {address}, {(port is { } wanted ? $"port {wanted}" : "any port")}: {Reason(answer)}"
            );
        }

        var server = new MockServer();
        server.SetHandle(answer);
        return server;
    }

    protected override bool ReleaseHandle() => PactFfi.CleanupMockServer(Port);

    private static string Reason(int code) =>
        code switch
        {
            -1 => "the pact was freed already. Make a new builder for each test.",
            -3 => "the port cannot be opened. Leave the port out, and a free one is taken.",
            _ => $"the Pact core answered {code}.",
        };
}
