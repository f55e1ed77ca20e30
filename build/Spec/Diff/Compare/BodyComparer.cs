using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Pairs the bodies of requests, and the content of requests and responses.</summary>
internal sealed class BodyComparer(ComparisonContext context)
{
    /// <summary>Compares the request bodies of two operations.</summary>
    public void CompareRequests(Comparison comparison, Sides<DiffOperation> operations)
    {
        var (baseBody, revisionBody) = context.Models.Zip(operations, DiffBody.Of);
        var nodes = operations.Select(operation => (JToken?)operation.Node);
        comparison.Judge(baseBody, revisionBody, Direction.Request, nodes);
        if (baseBody is not null && revisionBody is not null)
        {
            CompareContent(comparison, new(baseBody.Node, revisionBody.Node), Direction.Request);
        }
    }

    /// <summary>
    /// Compares the media types of two bodies or two responses, and the schemas of those that both have.
    /// </summary>
    public void CompareContent(Comparison comparison, Sides<JObject> holders, Direction direction)
    {
        var nodes = holders.Select(holder => (JToken?)holder);
        var contents = context.Models.Zip(holders, MediaTypes.Read);
        foreach (var media in contents.Base.All)
        {
            var partners = Partners(contents.Revision, media.Type, direction);
            if (partners.Count == 0)
            {
                comparison.Judge(media, null, direction, nodes);
            }

            foreach (var partner in partners)
            {
                comparison.Judge(media, partner, direction, nodes);
                CompareSchemas(comparison, new(media, partner), direction);
            }
        }

        foreach (var media in contents.Revision.All.Where(media => contents.Base.Covering(media.Type) is null))
        {
            comparison.Judge(null, media, direction, nodes);
        }
    }

    // A response that was text/* may become text/plain: readers of the range read each of its types.
    private static IReadOnlyList<DiffMedia> Partners(MediaTypes content, string type, Direction direction)
    {
        if (content.Covering(type) is { } media)
        {
            return [media];
        }

        return direction is Direction.Response ? content.Within(type) : [];
    }

    private void CompareSchemas(Comparison comparison, Sides<DiffMedia> medias, Direction direction)
    {
        if (medias is { Base.Schema: { } baseSchema, Revision.Schema: { } revisionSchema })
        {
            CompareSchemas(
                comparison,
                PairOf(medias, direction, new(baseSchema, revisionSchema)),
                new(baseSchema, revisionSchema)
            );
        }

        // A list as a whole and its items one by one are the same stream.
        var items = context.Models.Zip(medias, (model, media) => media.ItemSchema ?? ItemsOf(model, media));
        if (!medias.Any(media => media.ItemSchema is not null))
        {
            return;
        }

        if (items is { Base: { } baseItem, Revision: { } revisionItem })
        {
            CompareSchemas(
                comparison,
                PairOf(medias, direction, new(baseItem, revisionItem)),
                new(baseItem, revisionItem)
            );
        }
        else if (medias.All(media => (media.ItemSchema ?? media.Schema) is not null))
        {
            var places = medias.Select(media => (JToken?)(media.ItemSchema ?? media.Schema));
            var names = medias.Select(media => media.ItemSchema is null ? "schema" : "itemSchema");
            comparison.Add(
                BodyRules.StreamRewritten,
                direction,
                new Change(places.Base, places.Revision, names.Base, names.Revision)
            );
        }
    }

    private void CompareSchemas(Comparison comparison, SchemaPair pair, Sides<JObject> written)
    {
        var child = context.Schemas.Compare(pair, written.Select(place => (JToken)place));
        comparison.Children.Add(child);
        if (pair.IsXml)
        {
            XmlComparer.CompareRoot(comparison, pair, written);
        }
    }

    private SchemaPair PairOf(Sides<DiffMedia> medias, Direction direction, Sides<JObject> schemas) =>
        new(context.Models.Zip(schemas, (model, schema) => model.Of(schema)), direction)
        {
            IsXml = medias.Any(media => XmlComparer.IsXml(media.Type)),
        };

    private static JObject? ItemsOf(SchemaModel model, DiffMedia media) =>
        media.Schema is { } schema && model.Of(schema).Types?.Contains("array") == true
            ? model.Of(schema).Items?.Node
            : null;
}
