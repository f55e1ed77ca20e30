namespace PactNet;

/// <summary>What the client under test is given.</summary>
public interface IConsumerContext
{
    /// <summary>Gets the address of the mock server.</summary>
    Uri MockServerUri { get; }
}
