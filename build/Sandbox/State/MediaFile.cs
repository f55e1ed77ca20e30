namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>An uploaded video, from its registration on.</summary>
internal sealed record MediaFile(string Id, long Order, string OwnerId, DateTimeOffset RegisteredAt) : IEntity
{
    /// <summary>Gets when the file was uploaded; null before.</summary>
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>Gets whether processing ends in a failure.</summary>
    public bool Fails { get; init; }
}
