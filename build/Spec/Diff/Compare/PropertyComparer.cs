using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares the properties of two objects.</summary>
internal sealed class PropertyComparer(SchemaPairQueue queue)
{
    /// <summary>
    /// Compares the properties of a pair; the schemas of properties on both sides are put in the queue.
    /// </summary>
    public void Compare(Comparison comparison, SchemaPair pair)
    {
        var (baseSchema, revisionSchema) = pair.Schemas;
        foreach (var (name, property) in baseSchema.Properties.Where(property => !property.Value.AllowsNothing))
        {
            if (IsForbidden(revisionSchema, name))
            {
                AddForbidden(comparison, pair, name, property);
            }
            else if (PropertyLookup.Holder(revisionSchema, pair.UnionOwners.Revision, name) is { } holder)
            {
                CompareProperty(comparison, pair, name, new(baseSchema, holder));
            }
            else if (PropertyLookup.Travels(property, pair.Direction) && !IsInEveryVariant(revisionSchema, name))
            {
                CompareWithPattern(
                    comparison,
                    pair,
                    new(AsInner(baseSchema, name), PatternProperties.Of(revisionSchema).For(name)),
                    () => AddRemoved(comparison, pair, name)
                );
            }
        }

        foreach (var (name, property) in revisionSchema.Properties)
        {
            if (
                property.AllowsNothing
                || (baseSchema.Properties.ContainsKey(name) && !IsForbidden(baseSchema, name))
                || IsInEveryVariant(baseSchema, name)
            )
            {
                continue;
            }

            if (pair.UnionOwners.Base is { } owner && owner.Properties.ContainsKey(name))
            {
                CompareProperty(comparison, pair, name, new(owner, revisionSchema));
            }
            else if (PropertyLookup.Travels(property, pair.Direction))
            {
                CompareWithPattern(
                    comparison,
                    pair,
                    new(PatternProperties.Of(baseSchema).For(name), AsInner(revisionSchema, name)),
                    () => AddAdded(comparison, pair, name)
                );
            }
        }

        RequiredComparer.Compare(comparison, pair);
    }

    private static bool IsInEveryVariant(EffectiveSchema schema, string name) =>
        PropertyLookup.HoldsForEveryVariant(schema, variant => variant.Properties.ContainsKey(name));

    private static InnerSchema AsInner(EffectiveSchema schema, string name) =>
        new(schema.PlaceOf(name), schema.Properties[name], IsNever: false);

    // A property that the other side does not name may match one of its patterns. Example: x-id becomes one of the
    // properties of patternProperties: {^x-: {type: string}}.
    private void CompareWithPattern(
        Comparison comparison,
        SchemaPair pair,
        Sides<InnerSchema?> property,
        Action addUnmatched
    )
    {
        if (property is { Base.Schema: { } baseSchema, Revision.Schema: { } revisionSchema })
        {
            var places = new Sides<JToken>(property.Base.Place, property.Revision.Place);
            comparison.Children.Add(queue.Enqueue(pair.LeadingToMember(null, new(baseSchema, revisionSchema)), places));
        }
        else
        {
            addUnmatched();
        }
    }

    // Example: properties: {x: false} (3.1).
    private static bool IsForbidden(EffectiveSchema schema, string name) =>
        schema.Properties.TryGetValue(name, out var property) && property.AllowsNothing;

    private static void AddForbidden(Comparison comparison, SchemaPair pair, string name, EffectiveSchema property)
    {
        if (PropertyLookup.Travels(property, pair.Direction))
        {
            comparison.Add(
                pair.Direction is Direction.Request
                    ? PropertyRules.PropertyRemovedAndForbidden
                    : PropertyRules.PropertyRemoved,
                pair.Direction,
                new Change(pair.Schemas.Base.PlaceOf(name), pair.Schemas.Revision.PlaceOf(name), name)
            );
        }
    }

    private void CompareProperty(Comparison comparison, SchemaPair pair, string name, Sides<EffectiveSchema> holders)
    {
        var (baseHolder, revisionHolder) = holders;
        var properties = new Sides<EffectiveSchema>(baseHolder.Properties[name], revisionHolder.Properties[name]);
        var places = new Sides<JToken>(baseHolder.PlaceOf(name), revisionHolder.PlaceOf(name));
        var travelsInBase = PropertyLookup.Travels(properties.Base, pair.Direction);
        var travelsInRevision = PropertyLookup.Travels(properties.Revision, pair.Direction);
        if (travelsInBase && travelsInRevision)
        {
            var isRequired = baseHolder.Required.ContainsKey(name) && revisionHolder.Required.ContainsKey(name);
            var ignored = isRequired ? IgnoredRules.Default : IgnoredRules.None;
            var child = pair.LeadingToMember(name, properties, ignored);
            comparison.Children.Add(queue.Enqueue(DiscriminatorPropertyComparer.Mark(child, pair, name), places));
            if (pair.IsXml)
            {
                XmlComparer.CompareProperty(comparison, pair.Direction, properties, name);
            }
        }
        else if (travelsInBase)
        {
            AddNoLongerTravels(comparison, pair.Direction, properties.Revision, places);
        }
        else if (travelsInRevision)
        {
            comparison.Add(
                RuleOfNowTravels(pair.Direction, revisionHolder.Required.ContainsKey(name)),
                pair.Direction,
                new Change(places.Base, places.Revision)
            );
        }
    }

    private static void AddNoLongerTravels(
        Comparison comparison,
        Direction direction,
        EffectiveSchema property,
        Sides<JToken> places
    )
    {
        var isRequest = direction is Direction.Request;
        comparison.Add(
            isRequest ? ReadOnlyRules.PropertyBecameReadOnly : ReadOnlyRules.PropertyBecameWriteOnly,
            direction,
            new Change(places.Base, (isRequest ? property.ReadOnlyPlace : property.WriteOnlyPlace) ?? places.Revision)
        );
    }

    private static DiffRule RuleOfNowTravels(Direction direction, bool isRequired)
    {
        if (direction is not Direction.Request)
        {
            return ReadOnlyRules.PropertyBecameReadable;
        }

        return isRequired ? RequiredRules.PropertyBecameRequired : ReadOnlyRules.PropertyBecameWritable;
    }

    private static void AddRemoved(Comparison comparison, SchemaPair pair, string name)
    {
        var place = pair.Schemas.Base.PlaceOf(name);
        var isForbidden =
            pair.Direction is Direction.Request && OtherProperties.ForbiddenPlace(pair.Schemas.Revision) is not null;
        comparison.Add(
            isForbidden ? PropertyRules.PropertyRemovedAndForbidden : PropertyRules.PropertyRemoved,
            pair.Direction,
            Change.Removed(place, name) with
            {
                NearestInRevision = SchemaParts.WithProperty(pair.Schemas.Revision, place),
            }
        );
    }

    private static void AddAdded(Comparison comparison, SchemaPair pair, string name)
    {
        var (baseSchema, revisionSchema) = pair.Schemas;
        var place = revisionSchema.PlaceOf(name);
        comparison.Add(
            RuleOfAdded(pair.Schemas, name),
            pair.Direction,
            Change.Added(place, name) with
            {
                NearestInBase = SchemaParts.WithProperty(baseSchema, place),
            }
        );
    }

    // A name that was required without a schema of its own only gets one. Example: {required: [id]} gets the property
    // id.
    private static DiffRule RuleOfAdded(Sides<EffectiveSchema> schemas, string name)
    {
        var (baseSchema, revisionSchema) = schemas;
        if (baseSchema.Required.ContainsKey(name) && !baseSchema.Properties.ContainsKey(name))
        {
            var isLimited = revisionSchema.Properties[name].Parts.Any(part => part.HasValues);
            return isLimited ? PropertyRules.PropertyDeclared : PropertyRules.PropertyAdded;
        }

        return revisionSchema.Required.ContainsKey(name)
            ? PropertyRules.RequiredPropertyAdded
            : PropertyRules.PropertyAdded;
    }
}
