namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>A place that was not compared, so that a change there would not be found.</summary>
/// <param name="Side">The side that it belongs to: base or revision.</param>
/// <param name="Place">The file, the position and the pointer.</param>
/// <param name="Reason">Why it was not compared, as a sentence.</param>
internal sealed record UncomparedPlace(string Side, string Place, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Side} {Place}: {Reason}";
}
