namespace Pinterest.OpenApi;

/// <summary>
/// Whose calls are counted together: a user of an app, or the whole app under <see cref="AccessTier.Trial"/>.
/// </summary>
/// <param name="Tier">The allowance of the app.</param>
/// <param name="Owner">What is counted for, within this process. Calls of equal owners share a count. It is not written
/// as JSON, since it may hold the name of a person.</param>
/// <param name="SharedKey">What is counted for, as a text that is the same in every process and on every machine; null
/// when no such text is known. It holds no secret, and may be part of a key in a store.</param>
public sealed record RateLimitedUser(
    AccessTier Tier,
    [property: System.Text.Json.Serialization.JsonIgnore, Newtonsoft.Json.JsonIgnore] object Owner,
    string? SharedKey
)
{
    /// <summary>Names the user by the shared key. The owner may hold the name of a person, and is not shown.</summary>
    public override string ToString() => $"{Tier} access, {SharedKey ?? "known to this process only"}";
}
