using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares the bodies of requests, and the content of requests and responses.</summary>
internal sealed class BodyComparer(ComparisonContext context)
{
    /// <summary>Compares the request bodies of two operations.</summary>
    public void CompareRequests(Comparison comparison, Sides<DiffOperation> operations)
    {
        var written = operations.Select(operation => operation.Node["requestBody"]);
        var bodies = context.Models.Zip(written, (model, body) => body is JObject node ? model.Resolve(node) : null);
        switch (bodies)
        {
            case { Base: { } baseBody, Revision: { } revisionBody }:
                CompareRequestBody(comparison, new(baseBody, revisionBody));
                break;
            case { Revision: { } added }:
                comparison.Add(
                    added["required"].IsTrue() ? BodyRules.RequiredBodyAdded : BodyRules.BodyAdded,
                    Direction.Request,
                    Change.Added(written.Revision) with
                    {
                        NearestInBase = operations.Base.Node,
                    }
                );
                break;
            case { Base: not null }:
                comparison.Add(
                    BodyRules.BodyRemoved,
                    Direction.Request,
                    Change.Removed(written.Base) with
                    {
                        NearestInRevision = operations.Revision.Node,
                    }
                );
                break;
        }
    }

    /// <summary>
    /// Compares the media types of two bodies or two responses, and the schemas of those that both have.
    /// </summary>
    public void CompareContent(Comparison comparison, Sides<JObject> holders, Direction direction)
    {
        var contents = holders.Select(MediaTypes.Read);
        foreach (var (type, media) in contents.Base.All)
        {
            var partners = Partners(contents.Revision, type, direction);
            if (partners.Count == 0)
            {
                comparison.Add(
                    BodyRules.MediaTypeRemoved,
                    direction,
                    Change.Removed(media, type) with
                    {
                        NearestInRevision = holders.Revision,
                    }
                );
            }

            foreach (var partner in partners)
            {
                CompareMedia(comparison, new(media, partner), direction);
            }
        }

        foreach (var (type, media) in contents.Revision.All)
        {
            if (contents.Base.Covering(type) is null)
            {
                comparison.Add(
                    BodyRules.MediaTypeAdded,
                    direction,
                    Change.Added(media, type) with
                    {
                        NearestInBase = holders.Base,
                    }
                );
            }
        }
    }

    private void CompareRequestBody(Comparison comparison, Sides<JObject> bodies)
    {
        var isRequired = bodies.Select(body => body["required"].IsTrue());
        if (isRequired.Base != isRequired.Revision)
        {
            comparison.Add(
                isRequired.Revision ? BodyRules.BodyBecameRequired : BodyRules.BodyBecameOptional,
                Direction.Request,
                new Change(bodies.Base, bodies.Revision)
            );
        }

        CompareContent(comparison, bodies, Direction.Request);
    }

    // A response that was text/* may become text/plain: readers of the range read each of its types.
    private static IReadOnlyList<JObject> Partners(MediaTypes content, string type, Direction direction)
    {
        if (content.Covering(type) is { } media)
        {
            return [media];
        }

        return direction is Direction.Response ? content.Within(type) : [];
    }

    private void CompareMedia(Comparison comparison, Sides<JObject> medias, Direction direction)
    {
        var schemas = medias.Select(media => media["schema"] as JObject);
        switch (schemas)
        {
            case { Base: { } baseSchema, Revision: { } revisionSchema }:
                comparison.Children.Add(
                    context.Schemas.Compare(
                        new SchemaPair(
                            new(context.Models.Base.Of(baseSchema), context.Models.Revision.Of(revisionSchema)),
                            direction
                        ),
                        new(baseSchema, revisionSchema)
                    )
                );
                break;
            case { Revision: { } added }:
                comparison.Add(BodyRules.SchemaOfBodyAdded, direction, new Change(medias.Base, added));
                break;
            case { Base: { } removed }:
                comparison.Add(BodyRules.SchemaOfBodyRemoved, direction, new Change(removed, medias.Revision));
                break;
        }

        CompareEncoding(comparison, medias, direction);
    }

    private static void CompareEncoding(Comparison comparison, Sides<JObject> medias, Direction direction)
    {
        var encodings = medias.Select(media => media["encoding"]);
        if (!JToken.DeepEquals(encodings.Base, encodings.Revision))
        {
            var texts = encodings.Select(JsonText.Of);
            comparison.Add(
                BodyRules.EncodingChanged,
                direction,
                new Change(encodings.Base, encodings.Revision, texts.Base, texts.Revision)
                {
                    NearestInBase = medias.Base,
                    NearestInRevision = medias.Revision,
                }
            );
        }
    }
}
