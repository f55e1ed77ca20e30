namespace Pinterest.OpenApi.Sandbox;

/// <summary>What to put into an account.</summary>
public sealed record SandboxContent
{
    /// <summary>Gets how many boards.</summary>
    /// <value>The default is 3.</value>
    public int Boards { get; init; } = 3;

    /// <summary>Gets how many sections each board gets.</summary>
    /// <value>The default is 2.</value>
    public int SectionsPerBoard { get; init; } = 2;

    /// <summary>Gets how many Pins each board gets; every third goes into a section.</summary>
    /// <value>The default is 10.</value>
    public int PinsPerBoard { get; init; } = 10;

    /// <summary>Gets how many followers the user gets.</summary>
    /// <value>The default is 12.</value>
    public int Followers { get; init; } = 12;
}
