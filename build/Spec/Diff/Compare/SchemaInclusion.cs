using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Decides whether every value of one schema is a value of another. Example: {t: enum [a, b]} is included in oneOf
/// [{t: enum [a]}, {t: enum [b]}]. Schemas may lead back to themselves, so a pair that is being decided counts as
/// included. The work is bounded; beyond it the answer is unknown. Null is asked of parts only, because the rules about
/// null judge the whole.
/// </summary>
/// <param name="direction">The direction in which the values travel.</param>
/// <param name="isStrict">
/// Whether only JSON Schema counts. Otherwise callers count too: a request holds the properties that are declared, and
/// a reader misses a declared property that is gone.
/// </param>
internal sealed class SchemaInclusion(Direction direction, bool isStrict)
{
    private const int MaxSteps = 5_000;
    private const int MaxDepth = 60;

    private readonly Dictionary<(EffectiveSchema Outer, EffectiveSchema Inner), Answer> _known = [];
    private readonly List<(EffectiveSchema Outer, EffectiveSchema Inner)> _assumed = [];
    private readonly SchemaSplits _splits = new();
    private int _steps;
    private int _depth;

    /// <summary>Tells whether the outer schema allows all that the inner one allows.</summary>
    public Answer Includes(EffectiveSchema outer, EffectiveSchema inner)
    {
        if (ReferenceEquals(outer, inner))
        {
            return Answer.Yes;
        }

        if (_known.TryGetValue((outer, inner), out var known))
        {
            return known;
        }

        if (_steps++ > MaxSteps || _depth > MaxDepth)
        {
            return Answer.Unknown;
        }

        var mark = _assumed.Count;
        _assumed.Add((outer, inner));
        _known[(outer, inner)] = Answer.Yes;
        _depth++;
        var answer = Decide(outer, inner);
        _depth--;
        if (answer is not Answer.Yes)
        {
            // What was found since then may rest on this pair.
            foreach (var pair in _assumed.Skip(mark))
            {
                _known.Remove(pair);
            }

            _assumed.RemoveRange(mark, _assumed.Count - mark);
            _known[(outer, inner)] = answer;
        }

        return answer;
    }

    private Answer Decide(EffectiveSchema outer, EffectiveSchema inner)
    {
        if (inner.AllowsNothing || outer.AllowsNothing)
        {
            return inner.AllowsNothing ? Answer.Yes : Answer.No;
        }

        if (IsLarge(inner) || IsLarge(outer))
        {
            return Answer.Unknown;
        }

        if (inner.Union is { } innerUnion)
        {
            return All(innerUnion.Choices, choice => Includes(outer, inner.WithVariant(choice.Schema)));
        }

        return outer.Union is { } outerUnion
            ? IncludesInUnion(outer, outerUnion, inner)
            : KeywordInclusion.Includes(outer, inner).And(() => IncludesParts(outer, inner));
    }

    private static bool IsLarge(EffectiveSchema schema) =>
        schema.Union is { } union && union.Choices.Count > UnionRearrangement.MaxVariants;

    // A value is one of the variants. Where no variant takes all values, the values are split by a tag.
    private Answer IncludesInUnion(EffectiveSchema outer, SchemaUnion union, EffectiveSchema inner)
    {
        var best = Answer.No;
        foreach (var choice in union.Choices)
        {
            var chosen = IsChosen(union, choice, inner);
            if (chosen is Answer.No)
            {
                continue;
            }

            var answer = Includes(outer.WithVariant(choice.Schema), inner).And(() => chosen);
            if (answer is Answer.Yes)
            {
                return answer;
            }

            best = answer is Answer.Unknown ? answer : best;
        }

        return _splits.Of(inner, union) is { Count: > 1 } parts ? All(parts, part => Includes(outer, part)) : best;
    }

    // The value of the discriminator says which variant counts.
    private static Answer IsChosen(SchemaUnion union, SchemaChoice choice, EffectiveSchema inner)
    {
        if (union.DiscriminatorName is not { } name || choice.Tags.Count == 0)
        {
            return Answer.Yes;
        }

        if (!inner.Properties.TryGetValue(name, out var property) || property.Enum is not { } values)
        {
            return Answer.Unknown;
        }

        return values.All(value => choice.Tags.Contains(value.Trim('"'))) ? Answer.Yes : Answer.No;
    }

    private Answer IncludesParts(EffectiveSchema outer, EffectiveSchema inner)
    {
        var answer = Answer.Yes;
        if (outer.Allows("array") && inner.Allows("array") && outer.Items is { } outerItems)
        {
            answer = inner.Items is { } innerItems
                ? IncludesPart(outerItems, innerItems)
                : IncludesAnything(outerItems);
        }

        return outer.Allows("object") && inner.Allows("object")
            ? answer.And(() => IncludesObject(outer, inner))
            : answer;
    }

    private Answer IncludesPart(EffectiveSchema outer, EffectiveSchema inner) =>
        outer.Null.Kind is NullKind.Forbidden && inner.Null.Kind is NullKind.Said ? Answer.No : Includes(outer, inner);

    private static Answer IncludesAnything(EffectiveSchema outer) =>
        outer.Parts.Any(part => part.HasValues) ? Answer.No : Answer.Yes;

    private Answer IncludesObject(EffectiveSchema outer, EffectiveSchema inner)
    {
        var isRequired = outer.Required.Keys.All(name => inner.Required.ContainsKey(name) || IsHidden(outer, name));
        return (isRequired ? Answer.Yes : Answer.No)
            .And(() =>
                All(
                    outer.Properties.Keys.Where(name => !IsHidden(outer, name)),
                    name => IncludesProperty(outer, inner, name)
                )
            )
            .And(() =>
                All(
                    inner.Properties.Keys.Where(name => !outer.Properties.ContainsKey(name) && !IsHidden(inner, name)),
                    name => IncludesUndeclared(outer, inner.Properties[name])
                )
            )
            .And(() => IncludesOthers(outer, inner));
    }

    private Answer IncludesProperty(EffectiveSchema outer, EffectiveSchema inner, string name)
    {
        var property = outer.Properties[name];
        if (inner.Properties.TryGetValue(name, out var partner))
        {
            return IsHidden(inner, name) ? Answer.Yes : IncludesPart(property, partner);
        }

        if (!isStrict)
        {
            return direction is Direction.Request ? Answer.Yes : Answer.No;
        }

        if (inner.ForbiddenPropertiesPlace is not null)
        {
            return Answer.Yes;
        }

        return inner.AdditionalProperties is { } others ? IncludesPart(property, others) : IncludesAnything(property);
    }

    private Answer IncludesUndeclared(EffectiveSchema outer, EffectiveSchema property)
    {
        if (outer.ForbiddenPropertiesPlace is not null)
        {
            return property.AllowsNothing ? Answer.Yes : Answer.No;
        }

        if (outer.AdditionalProperties is { } others)
        {
            return IncludesPart(others, property);
        }

        return isStrict || direction is Direction.Response ? Answer.Yes : Answer.No;
    }

    private Answer IncludesOthers(EffectiveSchema outer, EffectiveSchema inner)
    {
        if (inner.ForbiddenPropertiesPlace is not null)
        {
            return Answer.Yes;
        }

        if (outer.ForbiddenPropertiesPlace is not null)
        {
            return isStrict || direction is Direction.Request ? Answer.No : Answer.Yes;
        }

        if (outer.AdditionalProperties is not { } outerOthers)
        {
            return Answer.Yes;
        }

        return inner.AdditionalProperties is { } innerOthers
            ? IncludesPart(outerOthers, innerOthers)
            : IncludesAnything(outerOthers);
    }

    private bool IsHidden(EffectiveSchema schema, string name) =>
        schema.Properties.TryGetValue(name, out var property) && !PropertyLookup.Travels(property, direction);

    private static Answer All<T>(IEnumerable<T> items, Func<T, Answer> ask)
    {
        var all = Answer.Yes;
        foreach (var item in items)
        {
            all = all.And(() => ask(item));
            if (all is Answer.No)
            {
                break;
            }
        }

        return all;
    }
}
