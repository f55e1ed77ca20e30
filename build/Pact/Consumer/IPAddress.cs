namespace PactNet.Models;

/// <summary>Where a mock server listens.</summary>
public enum IPAddress
{
    /// <summary>On this machine only.</summary>
    Loopback,

    /// <summary>On every network of this machine.</summary>
    Any,
}
