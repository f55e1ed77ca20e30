namespace Pinterest.OpenApi.Unit.Support;

/// <summary>
/// Tests that need the whole machine, since they start programs by the dozen. Beside them, a test that replays contracts
/// may not get its reply within the five seconds that Pact's verifier waits.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
