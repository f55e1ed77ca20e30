using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares schemas and all that they lead to. Each pair is compared once for each direction, in these steps: keywords,
/// texts, properties, additional properties, items, conditions, variants. The steps put the pairs that they lead to in the queue.
/// </summary>
internal sealed class SchemaComparer
{
    private readonly bool _comparesTexts;
    private readonly CancellationToken _cancellationToken;
    private readonly SchemaPairQueue _queue;
    private readonly TextComparer _texts;
    private readonly PropertyComparer _properties;
    private readonly VariantAcceptance _acceptance;
    private readonly VariantComparer _variants;
    private readonly InnerSchemaComparer _inner;
    private readonly PatternPropertyComparer _patternProperties;
    private readonly DependencyComparer _dependencies;
    private readonly ArrayComparer _arrays;
    private readonly ConditionComparer _conditions;

    /// <summary>Begins a run.</summary>
    /// <param name="comparesTexts">Whether texts are compared.</param>
    /// <param name="maxPairs">The most pairs of schemas that are compared.</param>
    /// <param name="cancellationToken">Ends the run between two pairs.</param>
    public SchemaComparer(
        bool comparesTexts,
        int maxPairs = SchemaPairQueue.MaxPairs,
        CancellationToken cancellationToken = default
    )
    {
        _queue = new SchemaPairQueue(maxPairs);
        _comparesTexts = comparesTexts;
        _cancellationToken = cancellationToken;
        _texts = new TextComparer(_queue);
        _properties = new PropertyComparer(_queue);
        _acceptance = new VariantAcceptance(_queue);
        _variants = new VariantComparer(_queue, _acceptance);
        _inner = new InnerSchemaComparer(_queue);
        _patternProperties = new PatternPropertyComparer(_inner);
        _dependencies = new DependencyComparer(_inner);
        _arrays = new ArrayComparer(_inner);
        _conditions = new ConditionComparer(_inner);
    }

    /// <summary>Gets how many pairs of schemas were compared.</summary>
    public int Pairs => _queue.Count;

    /// <summary>Compares two schemas and all that they lead to.</summary>
    /// <param name="pair">The schemas.</param>
    /// <param name="written">Where they are written, as references or inline.</param>
    public Comparison Compare(SchemaPair pair, Sides<JToken> written)
    {
        var comparison = _queue.Enqueue(pair, written);
        while (_queue.TryDequeue(out var next, out var unfilled))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            Fill(unfilled, next);
        }

        _acceptance.Decide();
        return comparison;
    }

    private void Fill(Comparison comparison, SchemaPair pair)
    {
        var schemas = pair.Schemas;
        if (schemas.Any(schema => schema.AllowsNothing))
        {
            CompareNothing(comparison, pair);
            return;
        }

        if (_texts.Compare(comparison, pair))
        {
            return;
        }

        if (IsUnionOnOneSide(schemas) && !HaveProperties(schemas))
        {
            FillFromVariants(comparison, pair);
            return;
        }

        KeywordComparer.Compare(comparison, pair);
        if (_comparesTexts)
        {
            comparison.AddAll(
                DocumentationRules.DocumentationChanged,
                Direction.None,
                DocumentationRules.Find(schemas.Select(schema => schema.Node))
            );
        }

        if (schemas.All(schema => schema.Allows("object")))
        {
            _properties.Compare(comparison, pair);
            CompareOtherProperties(comparison, pair);
            _patternProperties.Compare(comparison, pair);
            _dependencies.Compare(comparison, pair);
        }

        if (schemas.All(schema => schema.Allows("array")))
        {
            _arrays.Compare(comparison, pair);
        }

        if (schemas.All(schema => schema.Allows("string")))
        {
            CompareContentSchemas(comparison, pair);
        }

        NotComparer.Compare(comparison, pair);
        _conditions.Compare(comparison, pair);

        CompareUnions(comparison, pair);
    }

    private static void CompareNothing(Comparison comparison, SchemaPair pair)
    {
        var (isBaseNothing, isRevisionNothing) = pair.Schemas.Select(schema => schema.AllowsNothing);
        if (isBaseNothing != isRevisionNothing)
        {
            comparison.Add(
                isRevisionNothing ? NothingRules.BecameNothing : NothingRules.BecameSomething,
                pair.Direction,
                new Change(pair.Schemas.Base.Node, pair.Schemas.Revision.Node)
            );
        }
    }

    // A schema that becomes a union, or a union that becomes one schema: the variants are compared, the keywords of the
    // whole have no counterpart. Only null is asked of the whole, because a variant alone does not decide it.
    private void FillFromVariants(Comparison comparison, SchemaPair pair)
    {
        if (!pair.Ignored.HasFlag(IgnoredRules.Nullability))
        {
            KeywordComparer.CompareNullability(comparison, pair);
        }

        _variants.Compare(comparison, pair, pair.Schemas.Select(schema => schema.Union));
    }

    private void CompareOtherProperties(Comparison comparison, SchemaPair pair)
    {
        // Where one side has no schema, the rules about additional properties find the change.
        var others = pair.Schemas.Select(OtherProperties.Of);
        if (others.All(each => each?.Schema is not null))
        {
            _inner.Compare(comparison, pair, others, default);
        }
    }

    private void CompareContentSchemas(Comparison comparison, SchemaPair pair)
    {
        if (pair.Schemas.Any(schema => schema.Keywords("contentSchema").Any()))
        {
            var contents = pair.Schemas.Select(schema =>
                InnerSchema.Of(schema.Model, schema.Keywords("contentSchema"))
            );
            _inner.Compare(comparison, pair, contents, ContentRules.ContentSchemas);
        }
    }

    private void CompareUnions(Comparison comparison, SchemaPair pair)
    {
        if (pair.Schemas.All(schema => schema.Union is null))
        {
            return;
        }

        var unions = UnionPairing.Of(pair.Schemas);
        _variants.Compare(comparison, pair, unions[0]);
        foreach (var further in unions.Skip(1))
        {
            _variants.CompareFurther(comparison, pair, further);
        }
    }

    private static bool IsUnionOnOneSide(Sides<EffectiveSchema> schemas) =>
        schemas.Base.Union is null != schemas.Revision.Union is null;

    // Where both sides have properties of their own, the union was added or removed beside them.
    // Example: {properties: {a}} becomes {properties: {a}, oneOf: [...]}.
    private static bool HaveProperties(Sides<EffectiveSchema> schemas)
    {
        var (union, other) = schemas.Base.Union is null
            ? (schemas.Revision, schemas.Base)
            : (schemas.Base, schemas.Revision);
        return union.Properties.Count > 0 && other.Properties.Count > 0;
    }
}
