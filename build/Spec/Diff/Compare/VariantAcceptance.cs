using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Decides whether the values of a variant without a partner are still allowed, because a schema of the other side
/// allows them all. Example: oneOf [{required: [a], properties: {a}}, {properties: {b}}] becomes {properties: {a, b}}:
/// each old request is still correct. It is decided when all pairs are compared, because it depends on what they lead
/// to.
/// </summary>
internal sealed class VariantAcceptance(SchemaPairQueue queue)
{
    // All variants are compared with all others, so a hostile union of thousands would take forever.
    private const int MaxComparisons = 64;
    private const int MaxWeighed = 4_096;

    private readonly List<Question> _pending = [];

    /// <summary>Asks which variants are not allowed any more, or are new.</summary>
    /// <param name="comparison">The comparison that the finding belongs to.</param>
    /// <param name="pair">The schemas that have the variants.</param>
    /// <param name="candidates">Each variant with the pairs of it and a schema of the other side.</param>
    /// <param name="add">Adds the finding, given the variants that no schema of the other side allows.</param>
    public void Ask(
        Comparison comparison,
        SchemaPair pair,
        IEnumerable<(SchemaChoice Variant, IEnumerable<Sides<SchemaChoice>> Pairs)> candidates,
        Action<IReadOnlyList<SchemaChoice>> add
    )
    {
        var left = MaxComparisons;
        var weighed = 0;
        var asked = new List<Candidate>();
        foreach (var (variant, pairs) in candidates)
        {
            var comparisons = pairs
                .TakeWhile(_ => weighed++ < MaxWeighed)
                .Where(CanBeAllowed)
                .Take(left)
                .Select(variants => queue.EnqueueVariants(pair, variants))
                .ToList();
            left -= comparisons.Count;
            asked.Add(new Candidate(variant, comparisons));
        }

        _pending.Add(new Question(comparison, asked, add));
    }

    /// <summary>
    /// Adds the findings. Schemas may lead back to themselves, so all variants count as allowed until a difference is
    /// found.
    /// </summary>
    public void Decide()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        var refused = new Dictionary<Question, List<SchemaChoice>>();
        bool hasChanged;
        do
        {
            hasChanged = false;
            var owners = refused.Keys.Select(question => question.Owner).ToHashSet();
            var broken = ChangedComparisons.Of(
                _pending.SelectMany(question => question.Candidates).SelectMany(candidate => candidate.Comparisons),
                comparison => Breaks(comparison) || owners.Contains(comparison)
            );
            foreach (var question in _pending)
            {
                var variants = question
                    .Candidates.Where(candidate => candidate.Comparisons.All(broken.Contains))
                    .Select(candidate => candidate.Variant)
                    .ToList();
                hasChanged |= variants.Count > (refused.GetValueOrDefault(question)?.Count ?? 0);
                if (variants.Count > 0)
                {
                    refused[question] = variants;
                }
            }
        } while (hasChanged);

        foreach (var (question, variants) in refused)
        {
            question.Add(variants);
        }

        _pending.Clear();
    }

    // What a pair cannot lack if the one side is to allow all values of the other. It keeps most pairs of objects that
    // have nothing to do with each other from being compared.
    private static bool CanBeAllowed(Sides<SchemaChoice> variants)
    {
        var (baseSchema, revisionSchema) = variants.Select(variant => variant.Schema);
        return baseSchema.Properties.Keys.All(revisionSchema.Properties.ContainsKey)
            && (
                baseSchema.Types is not { } baseTypes
                || revisionSchema.Types is not { } revisionTypes
                || TypeRules.Covers(baseTypes, revisionTypes)
                || TypeRules.Covers(revisionTypes, baseTypes)
            );
    }

    // A default says what is not sent, and excludes no value.
    private static bool Breaks(Comparison comparison) =>
        comparison.Changes.Exists(change =>
            change.Rule.In(change.Direction) >= Severity.PotentiallyBreaking
            && change.Rule != DefaultRules.DefaultChanged
        );

    private sealed record Candidate(SchemaChoice Variant, IReadOnlyList<Comparison> Comparisons);

    private sealed class Question(
        Comparison owner,
        IReadOnlyList<Candidate> candidates,
        Action<IReadOnlyList<SchemaChoice>> add
    )
    {
        public Comparison Owner { get; } = owner;

        public IReadOnlyList<Candidate> Candidates { get; } = candidates;

        public Action<IReadOnlyList<SchemaChoice>> Add { get; } = add;
    }
}
