namespace PactNet.Exceptions;

/// <summary>A provider does not keep a contract. The message holds the verifier's report.</summary>
public sealed class PactVerificationFailedException : PactFailureException
{
    internal PactVerificationFailedException(string message)
        : base(message) { }
}
