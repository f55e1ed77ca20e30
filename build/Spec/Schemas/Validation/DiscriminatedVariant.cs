using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>The variant that the discriminator of a value names.</summary>
/// <param name="Property">The property that names it.</param>
/// <param name="Schema">The variant, or null when no variant has the name.</param>
/// <param name="AllowedTags">The names that there are.</param>
internal sealed record DiscriminatedVariant(string Property, JToken? Schema, IReadOnlyList<string> AllowedTags)
{
    /// <summary>
    /// Finds the variant; null when the schema has no discriminator, when the value does not have the property, or when
    /// the names of some variants are not known.
    /// </summary>
    public static DiscriminatedVariant? Find(Evaluation evaluation)
    {
        if (
            evaluation.Schema["discriminator"] is not JObject discriminator
            || discriminator["propertyName"].Text() is not { } property
            || evaluation.Value.Member(property).Text() is not { } tag
        )
        {
            return null;
        }

        var listed = evaluation.Schema["oneOf"] as JArray ?? evaluation.Schema["anyOf"] as JArray;
        var variants = listed is null
            ? Subtypes(evaluation, discriminator)
            :
            [
                .. listed
                    .Where(variant => !ChoiceLists.IsNullType(variant))
                    .Select(variant => Tagged(evaluation, variant, discriminator)),
            ];
        if (variants.Count == 0 || variants.Exists(variant => IsBeingJudged(evaluation, variant.Schema)))
        {
            return null;
        }

        // Several variants may list the value themselves. Example: each includes a base whose property lists all kinds.
        var named = variants.FindAll(variant => variant.Tags.Contains(tag));
        if (named.Count > 0)
        {
            return named.Count == 1 ? new DiscriminatedVariant(property, named[0].Schema, []) : null;
        }

        if (Mapped(discriminator, "defaultMapping") is { } fallback)
        {
            return new DiscriminatedVariant(property, fallback, []);
        }

        // A base without oneOf may itself be what its own name says.
        List<string> tags =
        [
            .. variants
                .SelectMany(variant => variant.Shown)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        return variants.TrueForAll(variant => variant.Tags.Count > 0) && OwnName(evaluation) != tag
            ? new DiscriminatedVariant(property, null, tags)
            : null;
    }

    // The tags that are shown are those of the mapping, where it names the variant: a name of its own is allowed, too.
    private sealed record Variant(JToken Schema, HashSet<string> Tags, IReadOnlyCollection<string> Shown);

    private static bool IsBeingJudged(Evaluation evaluation, JToken variant) =>
        variant is JObject node
        && evaluation.Evaluator.Followed(node) is { } target
        && !ReferenceEquals(target, evaluation.Schema)
        && evaluation.Evaluator.IsOpen(target, evaluation.Instance, evaluation.Reading);

    private static Variant Tagged(Evaluation evaluation, JToken variant, JObject discriminator)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        if (variant is not JObject node)
        {
            return new Variant(variant, tags, tags);
        }

        var target = evaluation.Evaluator.Followed(node);
        tags.UnionWith(
            Mapping(discriminator)
                .Where(entry =>
                    target is not null && ReferenceEquals(evaluation.Evaluator.Followed(entry.Node), target)
                )
                .Select(entry => entry.Tag)
        );
        List<string> mapped = [.. tags];
        if (References.SchemaName(variant) is { } name)
        {
            tags.Add(name);
        }

        // A variant that is not mapped may list the values of the property itself.
        if (
            mapped.Count == 0
            && evaluation.Evaluator.Model.Of(node).Properties.GetValueOrDefault(discriminator["propertyName"].Text()!)
                is { Enum: { } values }
        )
        {
            tags.UnionWith(values.Select(value => JToken.Parse(value).Text()).OfType<string>());
        }

        return new Variant(variant, tags, mapped.Count > 0 ? mapped : tags);
    }

    // A base may name its subtypes in the mapping; and a component that includes the base by allOf is a subtype, too.
    private static List<Variant> Subtypes(Evaluation evaluation, JObject discriminator)
    {
        var mapped = Mapping(discriminator).ToList();
        var variants = mapped
            .GroupBy(entry => References.Target(entry.Node)!, entry => entry, StringComparer.Ordinal)
            .Select(same => new Variant(
                same.First().Node,
                [.. same.Select(entry => entry.Tag), .. new[] { References.SchemaName(same.Key) }.OfType<string>()],
                [.. same.Select(entry => entry.Tag)]
            ));
        var known = mapped.Select(entry => References.Target(entry.Node)!).ToHashSet(StringComparer.Ordinal);
        var heirs = Components(evaluation)
            .Where(component =>
                !known.Contains(References.Target(References.ToSchema(component.Name))!)
                && component.Value is JObject node
                && Composition
                    .AllOf(node)
                    .Any(part =>
                        References.Target(part) is not null
                        && ReferenceEquals(evaluation.Evaluator.Followed(part), evaluation.Schema)
                    )
            )
            .Select(component => new Variant(References.ToSchema(component.Name), [component.Name], [component.Name]));
        return [.. variants, .. heirs];
    }

    // The name of a component. Example: Pet for #/components/schemas/Pet.
    private static string? OwnName(Evaluation evaluation) => References.SchemaName(JsonPointer.Of(evaluation.Schema));

    private static IEnumerable<JProperty> Components(Evaluation evaluation) =>
        (evaluation.Evaluator.Model.Root["components"].Member("schemas") as JObject)?.Properties() ?? [];

    private static IEnumerable<(string Tag, JObject Node)> Mapping(JObject discriminator) =>
        (discriminator["mapping"] as JObject)
            ?.Properties()
            .Where(entry => entry.Value.Text() is not null)
            .Select(entry => (entry.Name, Reference(entry.Value.Text()!)))
        ?? [];

    private static JObject? Mapped(JObject discriminator, string keyword) =>
        discriminator[keyword].Text() is { } target ? Reference(target) : null;

    // A mapping names a component or refers to a schema.
    private static JObject Reference(string target) =>
        target.Contains('#', StringComparison.Ordinal) || target.Contains('/', StringComparison.Ordinal)
            ? new JObject(new JProperty("$ref", target))
            : References.ToSchema(target);
}
