namespace Pinterest.OpenApi;

/// <summary>The entry of one watched item in a checkpoint.</summary>
/// <param name="Id">The id of the item.</param>
/// <param name="Fingerprint">A short text that differs when a compared member differs; null when the item was
/// removed.</param>
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
