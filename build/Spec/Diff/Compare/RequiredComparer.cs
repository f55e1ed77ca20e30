using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares which properties two objects require. A property that only one side has is reported as added or removed,
/// and a property that does not travel in the direction is no finding.
/// </summary>
internal static class RequiredComparer
{
    public static void Compare(Comparison comparison, SchemaPair pair)
    {
        var (baseSchema, revisionSchema) = pair.Schemas;
        foreach (var (name, entry) in revisionSchema.Required)
        {
            if (!PropertyLookup.Requires(baseSchema, pair.UnionOwners.Base, name))
            {
                AddBecameRequired(comparison, pair, name, entry);
            }
        }

        foreach (var (name, entry) in baseSchema.Required)
        {
            if (!PropertyLookup.Requires(revisionSchema, pair.UnionOwners.Revision, name))
            {
                AddBecameOptional(comparison, pair, name, entry);
            }
        }
    }

    // A name that "required" lists and "properties" does not have is found at its entry in the list.
    // Example: {required: [id]} without a property id.
    private static void AddBecameRequired(Comparison comparison, SchemaPair pair, string name, JToken entry)
    {
        var (baseHolder, revisionHolder) = PropertyLookup.Holders(pair, name);
        if (revisionHolder is null)
        {
            comparison.Add(
                RequiredRules.PropertyBecameRequired,
                pair.Direction,
                Change.Added(entry, name) with
                {
                    NearestInBase = SchemaParts.WithRequired(pair.Schemas.Base, entry),
                }
            );
        }
        else if (
            baseHolder is not null
            && PropertyLookup.Travels(revisionHolder.Properties[name], pair.Direction)
            && PropertyLookup.Travels(baseHolder.Properties[name], pair.Direction)
        )
        {
            comparison.Add(
                RequiredRules.PropertyBecameRequired,
                pair.Direction,
                new Change(baseHolder.PlaceOf(name), revisionHolder.PlaceOf(name), null, "required")
            );
        }
    }

    private static void AddBecameOptional(Comparison comparison, SchemaPair pair, string name, JToken entry)
    {
        var (baseHolder, revisionHolder) = PropertyLookup.Holders(pair, name);
        if (baseHolder is null)
        {
            comparison.Add(
                RequiredRules.PropertyBecameOptional,
                pair.Direction,
                Change.Removed(entry, name) with
                {
                    NearestInRevision = SchemaParts.WithRequired(pair.Schemas.Revision, entry),
                }
            );
        }
        else if (revisionHolder is not null && PropertyLookup.Travels(baseHolder.Properties[name], pair.Direction))
        {
            comparison.Add(
                RequiredRules.PropertyBecameOptional,
                pair.Direction,
                new Change(baseHolder.PlaceOf(name), revisionHolder.PlaceOf(name), "required")
            );
        }
    }
}
