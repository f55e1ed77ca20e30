using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Generation.Passes;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>What a pass did.</summary>
/// <param name="Name">The pass.</param>
/// <param name="Count">How many places it changed.</param>
internal sealed record PassCount(string Name, int Count);

/// <summary>A description in the form that NSwag turns into a correct client.</summary>
/// <param name="Root">The document for NSwag.</param>
/// <param name="Catalogue">The operations as the contract has them.</param>
/// <param name="Names">Every public name.</param>
/// <param name="ComponentTypes">The C# type of each component schema of the contract.</param>
/// <param name="Counts">What each pass did.</param>
internal sealed record NormalisedDescription(
    JObject Root,
    OperationCatalogue Catalogue,
    NameRegistry Names,
    IReadOnlyDictionary<string, string> ComponentTypes,
    IReadOnlyList<PassCount> Counts
)
{
    /// <summary>Gives the C# type of a component schema, or null.</summary>
    public string? TypeOf(string component) => ComponentTypes.GetValueOrDefault(component);
}

/// <summary>Runs the passes in their order.</summary>
internal static class Normaliser
{
    /// <summary>Normalises a description.</summary>
    /// <param name="description">The pinned contract, or another description.</param>
    /// <param name="overlays">The decisions on the pinned release, then those on this one alone.</param>
    /// <param name="names">The lock of the public names.</param>
    /// <param name="isPinned">Whether each decision must have a target.</param>
    /// <exception cref="SpecException">Something was found for which there is neither a rule nor a decision.</exception>
    public static NormalisedDescription Run(
        Description description,
        IReadOnlyList<Overlay> overlays,
        NameRegistry names,
        bool isPinned
    )
    {
        var root = (JObject)description.Root.DeepClone();
        var catalogue = OperationCatalogue.Read(root);
        var context = new NormalisationContext(root, overlays, names, isPinned);
        var counts = Passes(catalogue).Select(pass => new PassCount(pass.Name, pass.Run(context))).ToList();
        return new NormalisedDescription(root, catalogue, names, context.ComponentTypes, counts);
    }

    /// <summary>Lists the passes in the order in which they run.</summary>
    public static IReadOnlyList<IPass> Passes(OperationCatalogue catalogue) =>
        [
            new ApplyDecisions(),
            new InlineSharedParts(),
            new UseJsonBodies(),
            new KeepResponses(),
            new PruneUnused("unused models dropped"),
            new InferTypes(),
            new RenameComponents(),
            new CollapseAnnotatedReferences(),
            new FlattenAllOf(),
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
            new WidenIntegers(),
            new SetNullability(),
            new NameMembers(),
            new NameOperations(),
            new WriteDocumentation(catalogue),
            new DropDefaults(),
        ];
}
