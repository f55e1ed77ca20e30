namespace PactNet.Exceptions;

/// <summary>The consumer did not do what its contract says, or the contract could not be recorded.</summary>
public class PactFailureException : Exception
{
    /// <summary>Describes the failure.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="inner">What the test itself failed with.</param>
    public PactFailureException(string message, Exception? inner = null)
        : base(message, inner) { }
}
