namespace PactNet;

/// <summary>A contract between a consumer and a provider.</summary>
public interface IPact
{
    /// <summary>Gets the name of the side that asks.</summary>
    string Consumer { get; }

    /// <summary>Gets the name of the side that answers.</summary>
    string Provider { get; }

    /// <summary>Gets how the contract is recorded.</summary>
    PactConfig Config { get; }
}
