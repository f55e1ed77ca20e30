namespace Pinterest.OpenApi;

/// <summary>
/// The owner of a count of calls: a user of an app, or the whole app under <see cref="AccessTier.Trial"/>.
/// </summary>
/// <param name="Tier">The allowance of the app.</param>
/// <param name="Owner">The owner of the count within this process. Calls of equal owners share a count. It is not
/// written as JSON, because it may contain the name of a person.</param>
/// <param name="SharedKey">The owner of the count as a text that is the same in every process and on every machine. It
/// is null when no such text is known. It contains no secret and may be part of a key in a store.</param>
public sealed record RateLimitedUser(
    AccessTier Tier,
    [property: System.Text.Json.Serialization.JsonIgnore, Newtonsoft.Json.JsonIgnore] object Owner,
    string? SharedKey
)
{
    /// <summary>Names the user by the shared key. The owner may hold the name of a person, and is not shown.</summary>
    public override string ToString() => $"{Tier} access, {SharedKey ?? "known to this process only"}";
}
