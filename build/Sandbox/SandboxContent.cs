namespace Pinterest.OpenApi.Sandbox;

/// <summary>The content of an account.</summary>
public sealed record SandboxContent
{
    /// <summary>Gets the number of boards.</summary>
    /// <value>The default is 3.</value>
    public int Boards { get; init; } = 3;

    /// <summary>Gets the number of sections of each board.</summary>
    /// <value>The default is 2.</value>
    public int SectionsPerBoard { get; init; } = 2;

    /// <summary>Gets the number of Pins of each board. Every third one is in a section.</summary>
    /// <value>The default is 10.</value>
    public int PinsPerBoard { get; init; } = 10;

    /// <summary>Gets the number of followers of the user.</summary>
    /// <value>The default is 12.</value>
    public int Followers { get; init; } = 12;
}
