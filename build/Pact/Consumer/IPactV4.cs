namespace PactNet;

/// <summary>A contract in version 4 of the Pact specification.</summary>
public interface IPactV4 : IPact { }
