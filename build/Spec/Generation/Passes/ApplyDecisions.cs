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
            decisions.Names.Apply(context.Root, context.Stale, decisions.Successors)
            + decisions.Summaries.Apply(context.Root, context.Stale, decisions.Successors);

        // A decision on the pinned release may have no target in another one; a decision on a release itself must
        // have one.
        count += decisions
            .Overlays.Select((overlay, i) => overlay.Apply(context.Root, i > 0 ? context.Undecided : context.Stale))
            .Sum();
        CheckReferences(context);
        return count;
    }

    // A decision may point at a schema that this release does not have.
    private static void CheckReferences(NormalisationContext context)
    {
        foreach (var schema in DocumentWalker.Schemas(context.Root))
        {
            if (References.SchemaName(schema) is { } name && context.Schemas[name] is null)
            {
                throw new SpecException(
                    $"openapi/overlay.json, at {NormalisationContext.PlaceOf(schema)}",
                    $"A decision refers to the schema {name}, which {context.Version} does not have.",
                    "Correct it, or name the first release that it applies to with 'x-from'."
                );
            }
        }
    }
}
