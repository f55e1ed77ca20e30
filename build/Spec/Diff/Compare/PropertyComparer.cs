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
        foreach (var (name, property) in baseSchema.Properties)
        {
            if (PropertyLookup.Holder(revisionSchema, pair.UnionOwners.Revision, name) is { } holder)
            {
                CompareProperty(comparison, pair, name, new(baseSchema, holder));
            }
            else if (PropertyLookup.Travels(property, pair.Direction) && !IsInEveryVariant(revisionSchema, name))
            {
                AddRemoved(comparison, pair, name);
            }
        }

        foreach (var (name, property) in revisionSchema.Properties)
        {
            if (baseSchema.Properties.ContainsKey(name) || IsInEveryVariant(baseSchema, name))
            {
                continue;
            }

            if (pair.UnionOwners.Base is { } owner && owner.Properties.ContainsKey(name))
            {
                CompareProperty(comparison, pair, name, new(owner, revisionSchema));
            }
            else if (PropertyLookup.Travels(property, pair.Direction))
            {
                AddAdded(comparison, pair, name);
            }
        }

        RequiredComparer.Compare(comparison, pair);
    }

    private static bool IsInEveryVariant(EffectiveSchema schema, string name) =>
        PropertyLookup.HoldsForEveryVariant(schema, variant => variant.Properties.ContainsKey(name));

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
            pair.Direction is Direction.Request && pair.Schemas.Revision.ForbiddenPropertiesPlace is not null;
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
            revisionSchema.Required.ContainsKey(name)
                ? PropertyRules.RequiredPropertyAdded
                : PropertyRules.PropertyAdded,
            pair.Direction,
            Change.Added(place, name) with
            {
                NearestInBase = SchemaParts.WithProperty(baseSchema, place),
            }
        );
    }
}
