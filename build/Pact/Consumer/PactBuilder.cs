using PactNet.Exceptions;
using PactNet.Interop;
using PactNet.Models;

namespace PactNet;

/// <summary>Collects the interactions of one test and has them with a mock server.</summary>
internal sealed class PactBuilder(IPact pact, PactHandle handle, int? port, IPAddress host) : IPactBuilderV4
{
    private readonly List<Interaction> _interactions = [];
    private bool _isSpent;

    public IRequestBuilderV4 UponReceiving(string description)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        RequireFresh();
        var interaction = new Interaction(handle, description);
        _interactions.Add(interaction);
        return new RequestBuilder(interaction, pact.Config.DefaultJsonSettings);
    }

    public void Verify(Action<IConsumerContext> interact)
    {
        ArgumentNullException.ThrowIfNull(interact);
        VerifyAsync(Interact).GetAwaiter().GetResult();

        Task Interact(IConsumerContext context)
        {
            interact(context);
            return Task.CompletedTask;
        }
    }

    public async Task VerifyAsync(Func<IConsumerContext, Task> interact)
    {
        ArgumentNullException.ThrowIfNull(interact);
        RequireFresh();
        if (_interactions.Count == 0)
        {
            throw new InvalidOperationException("No interaction is described. Call UponReceiving before Verify.");
        }

        _isSpent = true;
        using (handle)
        {
            using (var server = MockServer.Start(handle, host, port))
            {
                await RunAsync(server, interact).ConfigureAwait(false);
            }

            RecordedPacts.Write(pact, handle, _interactions);
        }
    }

    private async Task RunAsync(MockServer server, Func<IConsumerContext, Task> interact)
    {
        try
        {
            await interact(new ConsumerContext(server.Address)).ConfigureAwait(false);
        }
        catch (Exception error) when (!server.Matched)
        {
            // A client that met the mock server's 500 fails with that; what it did wrong is known only here.
            throw Failure(server, error);
        }

        if (!server.Matched)
        {
            throw Failure(server, null);
        }
    }

    private PactFailureException Failure(MockServer server, Exception? error)
    {
        foreach (var output in pact.Config.Outputters)
        {
            output.WriteLine(server.Log);
        }

        var lines = MockServerReport.Read(server.Mismatches);
        if (error is not null)
        {
            lines = [.. lines, $"The test then failed with: {error.Message}"];
        }

        var list = string.Concat(lines.Select(line => $"{Environment.NewLine}- {line}"));
        return new PactFailureException(
            $"{pact.Consumer} did not do what its contract with {pact.Provider} says:{list}",
            error
        );
    }

    // The core takes no more once a mock server has run, yet would write what it refused.
    private void RequireFresh()
    {
        if (_isSpent)
        {
            throw new InvalidOperationException(
                "This builder was verified already. Make one for each test, with WithHttpInteractions."
            );
        }
    }
}
