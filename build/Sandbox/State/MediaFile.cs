namespace Pinterest.OpenApi.Sandbox.State;

internal sealed record MediaFile(string Id, long Order, string OwnerId, DateTimeOffset RegisteredAt) : IEntity
{
    /// <summary>Gets when the file came; null while it has not.</summary>
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>Gets whether processing ends in a failure.</summary>
    public bool Fails { get; init; }
}
