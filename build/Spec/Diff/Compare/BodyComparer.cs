using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Pairs the bodies of requests, and the content of requests and responses.</summary>
internal sealed class BodyComparer(ComparisonContext context)
{
    /// <summary>Compares the request bodies of two operations.</summary>
    /// <param name="comparison">Gets the findings.</param>
    /// <param name="operations">The operations.</param>
    /// <param name="direction">The direction in which the bodies travel: that of a webhook travels to the user.</param>
    public void CompareRequests(Comparison comparison, Sides<DiffOperation> operations, Direction direction)
    {
        var (baseBody, revisionBody) = context.Models.Zip(operations, DiffBody.Of);
        var nodes = operations.Select(operation => (JToken?)operation.Node);
        comparison.Judge(baseBody, revisionBody, direction, nodes);
        if (baseBody is not null && revisionBody is not null)
        {
            CompareContent(comparison, new(baseBody.Node, revisionBody.Node), direction);
        }
    }

    /// <summary>
    /// Compares the media types of two bodies or two responses, and the schemas of those that both have.
    /// </summary>
    /// <param name="comparison">Gets the findings.</param>
    /// <param name="holders">The bodies or responses.</param>
    /// <param name="direction">The direction in which they travel.</param>
    /// <param name="isError">Whether they are responses that are no success.</param>
    public void CompareContent(Comparison comparison, Sides<JObject> holders, Direction direction, bool isError = false)
    {
        var nodes = holders.Select(holder => (JToken?)holder);
        var contents = context.Models.Zip(holders, MediaTypes.Read);
        var paired = new HashSet<DiffMedia>();
        foreach (var media in contents.Base.All)
        {
            var partners = Partners(contents.Revision, media.Type, direction);
            if (partners.Count == 0 && isError && OtherJson(contents, media) is { } other)
            {
                partners = [other];
                paired.Add(other);
            }

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

        foreach (var media in contents.Revision.All)
        {
            if (contents.Base.Covering(media.Type) is not null || paired.Contains(media))
            {
                continue;
            }

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

    // Code that reads errors seldom asks for more than JSON. Example: application/json becomes application/problem+json.
    private static DiffMedia? OtherJson(Sides<MediaTypes> contents, DiffMedia media) =>
        MediaTypes.IsJson(media.Type)
            ? contents.Revision.All.FirstOrDefault(other =>
                MediaTypes.IsJson(other.Type) && contents.Base.Covering(other.Type) is null
            )
            : null;

    private void CompareSchemas(Comparison comparison, Sides<DiffMedia> medias, Direction direction)
    {
        if (medias is { Base.Schema: { } baseSchema, Revision.Schema: { } revisionSchema })
        {
            CompareSchemas(
                comparison,
                medias,
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
                medias,
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

    // An entry for a field that only one side has says nothing about what was sent before, and the field itself is
    // reported.
    private static void CompareEncodings(Comparison comparison, Sides<DiffMedia> medias, SchemaPair pair)
    {
        var encodings = pair.Fields!.Encodings;
        var names = new[] { encodings.Base, encodings.Revision }
            .SelectMany(entries => entries?.Properties() ?? [])
            .Select(entry => entry.Name)
            .Distinct(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var fields = pair.Schemas.Select(schema => schema.Properties.GetValueOrDefault(name));
            if (fields is { Base: { } baseField, Revision: { } revisionField })
            {
                comparison.Judge(
                    DiffEncoding.Of(medias.Base, name, baseField),
                    DiffEncoding.Of(medias.Revision, name, revisionField),
                    pair.Direction
                );
            }
        }
    }

    private void CompareSchemas(Comparison comparison, Sides<DiffMedia> medias, SchemaPair pair, Sides<JObject> written)
    {
        if (pair.Fields is not null)
        {
            CompareEncodings(comparison, medias, pair);
        }

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
            Fields = medias.All(media => FormFields.AreIn(media.Type))
                ? new FormFields(medias.Select(media => media.Node["encoding"] as JObject))
                : null,
        };

    private static JObject? ItemsOf(SchemaModel model, DiffMedia media) =>
        media.Schema is { } schema && model.Of(schema).Types?.Contains("array") == true
            ? model.Of(schema).Items?.Node
            : null;
}
