namespace PactNet.Verifier;

/// <summary>Verifies a provider against recorded contracts.</summary>
public interface IPactVerifier
{
    /// <summary>Says where the provider answers, with the base path that recorded paths leave out.</summary>
    /// <exception cref="InvalidOperationException">It was said already.</exception>
    IPactVerifier WithHttpEndpoint(Uri pactUri);

    /// <summary>Takes the contract of a file.</summary>
    /// <exception cref="InvalidOperationException">There is no endpoint yet.</exception>
    IPactVerifierSource WithFileSource(FileInfo pactFile);

    /// <summary>
    /// Takes the contracts of this provider in a folder, of some consumers or, when none is named, of all.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no endpoint yet.</exception>
    IPactVerifierSource WithDirectorySource(DirectoryInfo directory, params string[] consumers);
}
