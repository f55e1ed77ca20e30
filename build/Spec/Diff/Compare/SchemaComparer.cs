using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares schemas and all that they lead to. Each pair is compared once for each direction, in these steps: keywords,
/// texts, properties, additional properties, items, variants. The steps put the pairs that they lead to in the queue.
/// </summary>
internal sealed class SchemaComparer
{
    private readonly bool _comparesTexts;
    private readonly CancellationToken _cancellationToken;
    private readonly SchemaPairQueue _queue = new();
    private readonly TextComparer _texts;
    private readonly PropertyComparer _properties;
    private readonly VariantAcceptance _acceptance;
    private readonly VariantComparer _variants;

    /// <summary>Begins a run.</summary>
    /// <param name="comparesTexts">Whether texts are compared.</param>
    /// <param name="cancellationToken">Ends the run between two pairs.</param>
    public SchemaComparer(bool comparesTexts, CancellationToken cancellationToken = default)
    {
        _comparesTexts = comparesTexts;
        _cancellationToken = cancellationToken;
        _texts = new TextComparer(_queue);
        _properties = new PropertyComparer(_queue);
        _acceptance = new VariantAcceptance(_queue);
        _variants = new VariantComparer(_queue, _acceptance);
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
            CompareInner(comparison, pair, "additionalProperties", schema => schema.AdditionalProperties);
        }

        if (schemas.All(schema => schema.Allows("array")))
        {
            CompareInner(comparison, pair, "items", schema => schema.Items);
        }

        CompareUnions(comparison, pair);
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

    // Compares the schemas that a keyword of both sides holds, for example items.
    private void CompareInner(
        Comparison comparison,
        SchemaPair pair,
        string keyword,
        Func<EffectiveSchema, EffectiveSchema?> inner
    )
    {
        if (inner(pair.Schemas.Base) is { } baseInner && inner(pair.Schemas.Revision) is { } revisionInner)
        {
            comparison.Children.Add(
                _queue.Enqueue(
                    pair.LeadingToMember(null, new(baseInner, revisionInner)),
                    pair.Schemas.Select(schema => PlaceOf(schema, keyword))
                )
            );
        }
    }

    // Several parts of a schema may have the keyword. A reference says more than a general part. Example: allOf [Page,
    // {properties: {items: {items: {$ref: Pin}}}}], and Page.items is {type: array, items: {type: object}}.
    private static JToken PlaceOf(EffectiveSchema schema, string keyword) =>
        schema.Keyword(keyword, value => References.Target(value) is not null) ?? schema.Keyword(keyword)!;

    private void CompareUnions(Comparison comparison, SchemaPair pair)
    {
        var (baseUnions, revisionUnions) = pair.Schemas.Select(schema => schema.Unions);
        if (baseUnions.Count > 0 || revisionUnions.Count > 0)
        {
            _variants.Compare(comparison, pair, pair.Schemas.Select(schema => schema.Union));
        }

        for (var i = 1; i < Math.Max(baseUnions.Count, revisionUnions.Count); i++)
        {
            _variants.CompareFurther(
                comparison,
                pair,
                new(baseUnions.ElementAtOrDefault(i), revisionUnions.ElementAtOrDefault(i))
            );
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
