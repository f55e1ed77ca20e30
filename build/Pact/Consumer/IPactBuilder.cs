using PactNet.Exceptions;

namespace PactNet;

/// <summary>The interactions of one test.</summary>
public interface IPactBuilder
{
    /// <summary>
    /// Starts a mock server and lets the client talk to it. Records the contract when the client sent every request
    /// and no other.
    /// </summary>
    /// <param name="interact">Calls the client.</param>
    /// <exception cref="PactFailureException">The client did something else.</exception>
    void Verify(Action<IConsumerContext> interact);

    /// <summary>
    /// Starts a mock server and lets the client talk to it. Records the contract when the client sent every request
    /// and no other.
    /// </summary>
    /// <param name="interact">Calls the client.</param>
    /// <exception cref="PactFailureException">The client did something else.</exception>
    Task VerifyAsync(Func<IConsumerContext, Task> interact);
}
