namespace PactNet;

/// <summary>The interactions of one test, in version 4.</summary>
public interface IPactBuilderV4 : IPactBuilder
{
    /// <summary>Begins an interaction.</summary>
    /// <param name="description">What is asked for, as the report will call it. Unique together with the provider's
    /// states.</param>
    IRequestBuilderV4 UponReceiving(string description);
}
