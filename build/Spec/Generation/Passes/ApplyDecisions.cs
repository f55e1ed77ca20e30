using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Remembers where each schema stands, then applies the chosen names, our sentences and the actions
/// of the overlays.
/// </summary>
internal sealed class ApplyDecisions : IPass
{
    public string Name => "decisions applied";

    public int Run(NormalisationContext context)
    {
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            schema[Places.Keyword] = JsonPointer.Of(schema);
        }

        var decisions = context.Decisions;
        var count =
            decisions.Names.Apply(context.Root, requireMatch: decisions.IsPinned)
            + decisions.Summaries.Apply(context.Root, requireMatch: decisions.IsPinned);

        // A decision on the pinned release may have no target in another one; a decision on a release itself must
        // have one.
        return count
            + decisions
                .Overlays.Select((overlay, i) => overlay.Apply(context.Root, requireMatch: decisions.IsPinned || i > 0))
                .Sum();
    }
}
