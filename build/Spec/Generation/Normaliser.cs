using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Generation.Passes;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>Runs the passes in their order.</summary>
internal static class Normaliser
{
    /// <summary>Normalises a description.</summary>
    /// <param name="description">The pinned description, or another one.</param>
    /// <param name="decisions">The decisions on it.</param>
    /// <param name="names">The lock of the public names.</param>
    /// <exception cref="SpecException">Something was found for which there is neither a rule nor a
    /// decision.</exception>
    public static NormalisedDescription Run(Description description, Decisions decisions, NameRegistry names)
    {
        UnsafeTexts.Refuse(description);
        var root = (JObject)description.Root.DeepClone();
        var catalogue = OperationCatalogue.Read(root);
        var context = new NormalisationContext(root, decisions, names);
        var counts = Passes(catalogue).Select(pass => new PassCount(pass.Name, pass.Run(context))).ToList();
        var open = decisions.StopsOnStale ? [.. context.StaleDecisions, .. context.Open] : context.Open;
        if (open.Count > 0)
        {
            throw Undecided(description, open);
        }

        return new NormalisedDescription
        {
            Root = root,
            Catalogue = catalogue,
            Names = names,
            ComponentTypes = context.ComponentTypes,
            Counts = counts,
            StaleDecisions = context.StaleDecisions,
        };
    }

    // One error lists all decisions of a new release, so that a maintainer makes them in one step.
    private static SpecException Undecided(Description description, IReadOnlyList<OpenDecision> open) =>
        open is [var only]
            ? new SpecException(only.Place, only.Problem, only.RemedyAndProposal)
            : new SpecException(
                description.Name,
                $"{open.Count} decisions are needed.",
                "Add each line or action that follows to the file that it names, or add one that decides the same."
            )
            {
                Details = [.. open.Select(decision => decision.ToString())],
            };

    /// <summary>Lists the passes in the order in which they run.</summary>
    public static IReadOnlyList<IPass> Passes(OperationCatalogue catalogue) =>
        [
            new DropUnknownKeywords(),
            new ApplyDecisions(),
            new InlineSharedParts(),
            new UseJsonBodies(),
            new KeepResponses(),
            new PruneUnused("unused models dropped"),
            new InferTypes(),
            new RenameComponents(),
            new CollapseAnnotatedReferences(),
            new FlattenAllOf(),
            new NarrowParameters(),
            new DropNonStringEnums(),
            new UseDictionaries(),
            new MergeStringUnions(),
            new FoldConstants(),
            new MergeRequiredOnlyForms(),
            new OpenObjects(),
            new NamePages(),
            new HoistInlineTypes(),
            new MergeOverlappingUnions(),
            new TypeDiscriminatedUnions(),
            new TypeShapeUnions(),
            new PruneUnused("models left over dropped"),
            new WidenNumbers(),
            new RequireMembers(),
            new SetNullability(),
            new NameMembers(),
            new NameTimes(),
            new OrderParameters(),
            new NameOperations(),
            new UseOptions(),
            new WriteDocumentation(catalogue),
            new WriteLiterals(),
            new DropFormats(),
            new DropDefaults(),
        ];
}
