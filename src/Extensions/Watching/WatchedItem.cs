namespace Pinterest.OpenApi;

/// <summary>What a checkpoint has of one watched thing.</summary>
/// <param name="Id">The id of the thing.</param>
/// <param name="Fingerprint">A short text that is another when a compared member is another; null when the thing is
/// gone.</param>
public readonly record struct WatchedItem(string Id, string? Fingerprint)
{
    /// <summary>Puts the thing among the known ones, or takes it away.</summary>
    internal void ApplyTo(Dictionary<string, string> known)
    {
        if (Fingerprint is null)
        {
            known.Remove(Id);
        }
        else
        {
            known[Id] = Fingerprint;
        }
    }
}
