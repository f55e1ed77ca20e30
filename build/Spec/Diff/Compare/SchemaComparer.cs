using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Rules that mean nothing where two schemas stand.</summary>
[Flags]
internal enum Moot
{
    /// <summary>All rules mean something.</summary>
    Nothing = 0,

    /// <summary>A value may be null where any form may be, so a form alone says nothing.</summary>
    Nullability = 1,

    /// <summary>What must be sent has no use for a default.</summary>
    Default = 2,
}

/// <summary>Compares schemas. Each pair is compared once for each direction, however many operations lead to it.</summary>
internal sealed class SchemaComparer(bool comparesProse)
{
    // A description whose references are all switched would be looked at once for each reference.
    private const int MostSpots = 20_000;

    private static readonly Dictionary<Moot, IReadOnlyList<SchemaRule>> RulesWithout = new()
    {
        [Moot.Nothing] = SchemaRules.All,
        [Moot.Nullability] = [.. SchemaRules.All.Except(SchemaRules.Nullability)],
        [Moot.Default] = [.. SchemaRules.All.Where(rule => rule.Rule != SchemaRules.DefaultChanged)],
        [Moot.Nullability | Moot.Default] =
        [
            .. SchemaRules.All.Except(SchemaRules.Nullability).Where(rule => rule.Rule != SchemaRules.DefaultChanged),
        ],
    };

    private readonly Dictionary<Pair, Comparison> _known = [];
    private readonly Dictionary<JToken, Dictionary<JToken, SwitchedReference>> _spots = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>
    );
    private int _spotCount;
    private readonly Stack<(Pair Pair, Comparison Comparison)> _pending = new();

    // Two schemas side by side, and what surrounds them: the choice whose forms they are, the references that lead to different places.
    private sealed record Pair(
        EffectiveSchema Before,
        EffectiveSchema After,
        Direction Direction,
        Moot Moot,
        Whole? Whole,
        SwitchedReference? SwitchedReference
    );

    // What holds the forms: a property of it is a property of each form.
    private sealed record Whole(EffectiveSchema? Before, EffectiveSchema? After);

    /// <summary>Compares two schemas and all that they lead to.</summary>
    /// <param name="before">The schema of the base.</param>
    /// <param name="after">The schema of the revision.</param>
    /// <param name="direction">Which way their values travel.</param>
    /// <param name="written">Where they are written, references or not.</param>
    /// <param name="moot">What means nothing here.</param>
    public Comparison Compare(
        EffectiveSchema before,
        EffectiveSchema after,
        Direction direction,
        (JToken Before, JToken After) written,
        Moot moot = Moot.Nothing
    )
    {
        var comparison = Get(before, after, direction, written, spot: null, moot);
        while (_pending.TryPop(out var next))
        {
            Fill(next.Comparison, next.Pair);
        }

        return comparison;
    }

    private Comparison Get(
        EffectiveSchema before,
        EffectiveSchema after,
        Direction direction,
        (JToken Before, JToken After) written,
        SwitchedReference? spot,
        Moot moot = Moot.Nothing,
        Whole? whole = null
    )
    {
        var pair = new Pair(
            before,
            after,
            direction,
            moot,
            whole,
            SharePlace(before, after) ? null : spot ?? SpotOf(written)
        );
        if (_known.TryGetValue(pair, out var comparison))
        {
            return comparison;
        }

        _known[pair] = comparison = new Comparison { SwitchedReference = pair.SwitchedReference };
        _pending.Push((pair, comparison));
        return comparison;
    }

    // Parts that are merged may stand in another order; what both sides have in one place is what they are.
    private static bool SharePlace(EffectiveSchema before, EffectiveSchema after) =>
        SwitchedReference.ArePlacedAlike(before.Node, after.Node)
        || (
            (before.Parts.Count > 1 || after.Parts.Count > 1)
            && before.Parts.Any(part => after.Parts.Any(other => SwitchedReference.ArePlacedAlike(part, other)))
        );

    private SwitchedReference? SpotOf((JToken Before, JToken After) written)
    {
        if (!_spots.TryGetValue(written.Before, out var others))
        {
            _spots[written.Before] = others = new(ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>);
        }

        if (others.TryGetValue(written.After, out var spot))
        {
            return spot;
        }

        return _spotCount++ < MostSpots ? others[written.After] = new SwitchedReference(written.Before, written.After) : null;
    }

    private void Fill(Comparison comparison, Pair pair)
    {
        var (before, after, direction) = (pair.Before, pair.After, pair.Direction);
        if (before.Union is null != after.Union is null && !ComparesHolders(before, after))
        {
            // What the forms cannot tell: whether the whole may be null.
            if (!pair.Moot.HasFlag(Moot.Nullability))
            {
                Apply(comparison, SchemaRules.Nullability, before, after, direction);
            }

            CompareForms(comparison, pair, before.Union, after.Union);
            return;
        }

        if (!IsSameText(before, after))
        {
            Apply(comparison, RulesWithout[pair.Moot], before, after, direction);
        }

        if (comparesProse)
        {
            DocumentationRule.Compare(comparison, before.Node, after.Node);
        }

        if (before.Allows("object") && after.Allows("object"))
        {
            CompareProperties(comparison, pair);
            if (before.AdditionalProperties is { } oldOther && after.AdditionalProperties is { } newOther)
            {
                comparison.Children.Add(
                    Get(
                        oldOther,
                        newOther,
                        direction,
                        (before.Keyword("additionalProperties")!, after.Keyword("additionalProperties")!),
                        pair.SwitchedReference
                    )
                );
            }
        }

        if (
            before.Allows("array")
            && after.Allows("array")
            && before.Items is { } oldItems
            && after.Items is { } newItems
        )
        {
            comparison.Children.Add(
                Get(oldItems, newItems, direction, (before.Keyword("items")!, after.Keyword("items")!), pair.SwitchedReference)
            );
        }

        if (before.Union is not null || after.Union is not null)
        {
            CompareForms(comparison, pair, before.Union, after.Union);
        }

        for (var i = 1; i < Math.Max(before.Unions.Count, after.Unions.Count); i++)
        {
            CompareFurther(comparison, pair, before.Unions.ElementAtOrDefault(i), after.Unions.ElementAtOrDefault(i));
        }
    }

    // Most of a description does not change; what is written alike and leads to no other schema needs no rule.
    private static bool IsSameText(EffectiveSchema before, EffectiveSchema after)
    {
        if (before.Parts.Count != after.Parts.Count || before.Union is not null || after.Union is not null)
        {
            return false;
        }

        for (var i = 0; i < before.Parts.Count; i++)
        {
            if (SchemaRules.LeadsElsewhere(before.Parts[i]) || !JToken.DeepEquals(before.Parts[i], after.Parts[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static void Apply(
        Comparison comparison,
        IEnumerable<SchemaRule> rules,
        EffectiveSchema before,
        EffectiveSchema after,
        Direction direction
    )
    {
        foreach (var rule in rules)
        {
            if (rule.Rule.In(direction) is null)
            {
                continue;
            }

            foreach (var change in rule.Find(before, after))
            {
                comparison.Add(rule.Rule, direction, Near(change, before, after));
            }
        }
    }

    // A keyword that came or is gone stands in one of the parts; that part may be there on the other side, too.
    private static Change Near(Change change, EffectiveSchema before, EffectiveSchema after) =>
        change with
        {
            NearBefore = change.Before?.Parent?.Parent as JObject ?? PartLike(before, change.After?.Parent?.Parent),
            NearAfter = change.After?.Parent?.Parent as JObject ?? PartLike(after, change.Before?.Parent?.Parent),
        };

    private static JObject PartLike(EffectiveSchema side, JToken? part) =>
        (part is null ? null : side.Parts.FirstOrDefault(own => SwitchedReference.ArePlacedAlike(own, part))) ?? side.Node;

    // The part that has a property of the other side, or would.
    private static JObject PartWith(EffectiveSchema side, JToken property) =>
        PartLike(side, property.Parent?.Parent?.Parent?.Parent);

    // What every form has, the whole has.
    private static bool AllForms(EffectiveSchema schema, Func<EffectiveSchema, bool> have) =>
        schema.Union is { } union && union.Choices.All(form => have(form.Schema));

    // Where both have properties of their own, the union came beside them.
    private static bool ComparesHolders(EffectiveSchema before, EffectiveSchema after) =>
        (before.Union is null ? after : before).Properties.Count > 0
        && before.Properties.Count > 0
        && after.Properties.Count > 0;

    private void CompareProperties(Comparison comparison, Pair pair)
    {
        var (before, after, direction) = (pair.Before, pair.After, pair.Direction);
        foreach (var (name, old) in before.Properties)
        {
            var wasSeen = IsSeen(old, direction);
            if (Holder(after, pair.Whole?.After, name) is not { } holder)
            {
                if (wasSeen && !AllForms(after, form => form.Properties.ContainsKey(name)))
                {
                    Removed(comparison, pair, name);
                }

                continue;
            }

            CompareProperty(comparison, pair, name, (before, old), (holder, holder.Properties[name]));
        }

        foreach (var (name, now) in after.Properties)
        {
            if (before.Properties.ContainsKey(name) || AllForms(before, form => form.Properties.ContainsKey(name)))
            {
                continue;
            }

            if (pair.Whole?.Before is { } whole && whole.Properties.TryGetValue(name, out var old))
            {
                CompareProperty(comparison, pair, name, (whole, old), (after, now));
            }
            else if (IsSeen(now, direction))
            {
                comparison.Add(
                    after.Required.ContainsKey(name)
                        ? StructureRules.RequiredPropertyAdded
                        : StructureRules.PropertyAdded,
                    direction,
                    new Change(null, after.PlaceOf(name), null, name)
                    {
                        NearBefore = PartWith(before, after.PlaceOf(name)),
                    }
                );
            }
        }

        CompareRequired(comparison, pair);
    }

    private void CompareProperty(
        Comparison comparison,
        Pair pair,
        string name,
        (EffectiveSchema Holder, EffectiveSchema Schema) before,
        (EffectiveSchema Holder, EffectiveSchema Schema) after
    )
    {
        var (place, now) = (before.Holder.PlaceOf(name), after.Holder.PlaceOf(name));
        var (wasSeen, isSeen, isRequest) = (
            IsSeen(before.Schema, pair.Direction),
            IsSeen(after.Schema, pair.Direction),
            pair.Direction is Direction.Request
        );
        if (wasSeen && isSeen)
        {
            comparison.Children.Add(
                Get(
                    before.Schema,
                    after.Schema,
                    pair.Direction,
                    (place, now),
                    pair.SwitchedReference,
                    after.Holder.Required.ContainsKey(name) && before.Holder.Required.ContainsKey(name)
                        ? Moot.Default
                        : Moot.Nothing
                )
            );
        }
        else if (wasSeen)
        {
            comparison.Add(
                isRequest ? StructureRules.BecameReadOnly : StructureRules.BecameWriteOnly,
                pair.Direction,
                new Change(place, (isRequest ? after.Schema.ReadOnlyPlace : after.Schema.WriteOnlyPlace) ?? now)
            );
        }
        else if (isSeen)
        {
            comparison.Add(
                !isRequest ? StructureRules.BecameReadable
                    : after.Holder.Required.ContainsKey(name) ? StructureRules.BecameRequired
                    : StructureRules.BecameWritable,
                pair.Direction,
                new Change(place, now)
            );
        }
    }

    private static void Removed(Comparison comparison, Pair pair, string name)
    {
        var place = pair.Before.PlaceOf(name);
        var isRefused = pair.Direction is Direction.Request && pair.After.ForbiddenPropertiesPlace is not null;
        comparison.Add(
            isRefused ? StructureRules.PropertyRefused : StructureRules.PropertyRemoved,
            pair.Direction,
            new Change(place, null, name) { NearAfter = PartWith(pair.After, place) }
        );
    }

    private static EffectiveSchema? Holder(EffectiveSchema schema, EffectiveSchema? whole, string name) =>
        schema.Properties.ContainsKey(name) ? schema
        : whole?.Properties.ContainsKey(name) == true ? whole
        : null;

    private static void CompareRequired(Comparison comparison, Pair pair)
    {
        var (before, after, direction) = (pair.Before, pair.After, pair.Direction);
        foreach (var (name, place) in after.Required)
        {
            if (Requires(before, pair.Whole?.Before, name))
            {
                continue;
            }

            var (old, now) = (Holder(before, pair.Whole?.Before, name), Holder(after, pair.Whole?.After, name));
            if (now is null)
            {
                comparison.Add(
                    StructureRules.BecameRequired,
                    direction,
                    new Change(null, place, null, name) { NearBefore = PartLike(before, place.Parent?.Parent?.Parent) }
                );
            }
            else if (
                old is not null
                && IsSeen(now.Properties[name], direction)
                && IsSeen(old.Properties[name], direction)
            )
            {
                comparison.Add(
                    StructureRules.BecameRequired,
                    direction,
                    new Change(old.PlaceOf(name), now.PlaceOf(name), null, "required")
                );
            }
        }

        foreach (var (name, place) in before.Required)
        {
            if (Requires(after, pair.Whole?.After, name))
            {
                continue;
            }

            var (old, now) = (Holder(before, pair.Whole?.Before, name), Holder(after, pair.Whole?.After, name));
            if (old is null)
            {
                comparison.Add(
                    StructureRules.BecameOptional,
                    direction,
                    new Change(place, null, name) { NearAfter = PartLike(after, place.Parent?.Parent?.Parent) }
                );
            }
            else if (now is not null && IsSeen(old.Properties[name], direction))
            {
                comparison.Add(
                    StructureRules.BecameOptional,
                    direction,
                    new Change(old.PlaceOf(name), now.PlaceOf(name), "required")
                );
            }
        }
    }

    private static bool Requires(EffectiveSchema schema, EffectiveSchema? whole, string name) =>
        schema.Required.ContainsKey(name)
        || whole?.Required.ContainsKey(name) == true
        || AllForms(schema, form => form.Required.ContainsKey(name));

    private static bool IsSeen(EffectiveSchema property, Direction direction) =>
        (direction is Direction.Request ? property.ReadOnlyPlace : property.WriteOnlyPlace) is null;

    private void CompareForms(Comparison comparison, Pair pair, SchemaUnion? before, SchemaUnion? after)
    {
        var direction = pair.Direction;
        var (old, now) = (VariantPairing.Forms(pair.Before, before), VariantPairing.Forms(pair.After, after));
        var pairs = VariantPairing.Pair(old, now);
        var whole =
            new Whole(Holding(pair.Before, before), Holding(pair.After, after)) is { } some
            && (some.Before ?? some.After) is not null
                ? some
                : null;
        foreach (var (left, right) in pairs)
        {
            comparison.Children.Add(
                Get(left.Schema, right.Schema, direction, (left.Node, right.Node), pair.SwitchedReference, Moot.Nullability, whole)
            );
            if (before?.DiscriminatorName is not null && after?.DiscriminatorName is not null)
            {
                CompareTags(comparison, left, right, direction);
            }
        }

        if (before is null || after is null)
        {
            CompareSwitch(comparison, pair, before, after, pairs);
            return;
        }

        foreach (var form in old.Except(pairs.Select(known => known.Before)))
        {
            comparison.Add(
                StructureRules.FormRemoved,
                direction,
                new Change(form.Node, null, VariantPairing.Name(form))
                {
                    NearAfter = pair.After.Node,
                    About = pair.Before.Node,
                }
            );
        }

        foreach (var form in now.Except(pairs.Select(known => known.After)))
        {
            comparison.Add(
                VariantPairing.IsOfNewType(form, old) ? SchemaRules.TypeWidened : StructureRules.FormAdded,
                direction,
                new Change(null, form.Node, VariantPairing.Types(old), VariantPairing.Name(form))
                {
                    NearBefore = pair.Before.Node,
                    About = pair.After.Node,
                }
            );
        }
    }

    // Only where the whole has something that its forms do not repeat.
    private static EffectiveSchema? Holding(EffectiveSchema schema, SchemaUnion? union) =>
        union is not null && schema.Properties.Count + schema.Required.Count > 0 ? schema : null;

    private static void CompareTags(Comparison comparison, SchemaChoice left, SchemaChoice right, Direction direction)
    {
        var (gone, come) = (left.Tags.Except(right.Tags).ToList(), right.Tags.Except(left.Tags).ToList());
        if (gone.Count > 0 && come.Count > 0)
        {
            comparison.Add(
                StructureRules.MappingChanged,
                direction,
                new Change(left.Node, right.Node, SchemaRules.Values(gone), SchemaRules.Values(come))
            );
        }
        else if (gone.Count > 0)
        {
            comparison.Add(
                StructureRules.MappingRemoved,
                direction,
                new Change(left.Node, right.Node, SchemaRules.Values(gone))
            );
        }
        else if (come.Count > 0)
        {
            comparison.Add(
                StructureRules.MappingAdded,
                direction,
                new Change(left.Node, right.Node, null, SchemaRules.Values(come))
            );
        }
    }

    // Further choices of the same schema are told apart by their order only.
    private void CompareFurther(Comparison comparison, Pair pair, SchemaUnion? before, SchemaUnion? after)
    {
        if (before is not null && after is not null)
        {
            CompareForms(comparison, pair, before, after);
        }
        else if (after is not null)
        {
            comparison.Add(
                StructureRules.BecameUnion,
                pair.Direction,
                new Change(null, after.Place, null, VariantPairing.Names(after.Choices)) { NearBefore = pair.Before.Node }
            );
        }
        else
        {
            comparison.Add(
                StructureRules.BecameSingle,
                pair.Direction,
                new Change(before!.Place, null, VariantPairing.Names(before.Choices)) { NearAfter = pair.After.Node }
            );
        }
    }

    private static void CompareSwitch(
        Comparison comparison,
        Pair pair,
        SchemaUnion? before,
        SchemaUnion? after,
        IReadOnlyList<(SchemaChoice Before, SchemaChoice After)> paired
    )
    {
        var (old, now) = (VariantPairing.Forms(pair.Before, before), VariantPairing.Forms(pair.After, after));
        var rule = SwitchRule(pair, after, old, isAmongThem: paired.Count > 0);

        // A form that comes or goes is called by its name, and not by those of all forms.
        var gone =
            rule == StructureRules.FormRemoved ? VariantPairing.Names(old.Except(paired.Select(known => known.Before)))
            : before is null ? VariantPairing.Types(old)
            : VariantPairing.Names(before.Choices);
        var come =
            rule == StructureRules.FormAdded ? VariantPairing.Names(now.Except(paired.Select(known => known.After)))
            : after is null ? VariantPairing.Types(now)
            : VariantPairing.Names(after.Choices);
        comparison.Add(
            rule,
            pair.Direction,
            new Change(before?.Place ?? pair.Before.Node, after?.Place ?? pair.After.Node, gone, come)
        );
    }

    private static DiffRule SwitchRule(
        Pair pair,
        SchemaUnion? after,
        IReadOnlyList<SchemaChoice> forms,
        bool isAmongThem
    )
    {
        var others = VariantPairing.Forms(pair.After, after);
        if (!isAmongThem)
        {
            return others.All(form => VariantPairing.IsOfNewType(form, forms)) ? StructureRules.FormsReplaced
                : after is null ? StructureRules.BecameAnother
                : StructureRules.BecameUnion;
        }

        // One form is among those of the other side: nothing changes for who sends it.
        if (after is null)
        {
            return pair.Direction is Direction.Request ? StructureRules.FormRemoved : StructureRules.BecameSingle;
        }

        if (others.Any(form => VariantPairing.IsOfNewType(form, forms)))
        {
            return SchemaRules.TypeWidened;
        }

        return pair.Direction is Direction.Request ? StructureRules.FormAdded : StructureRules.BecameUnion;
    }
}
