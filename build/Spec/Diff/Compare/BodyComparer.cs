using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;

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
    public void CompareContent(Comparison comparison, Sides<JObject> holders, Direction direction)
    {
        var nodes = holders.Select(holder => (JToken?)holder);
        var contents = holders.Select(MediaTypes.Read);
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
            comparison.Children.Add(
                context.Schemas.Compare(
                    new SchemaPair(
                        new(context.Models.Base.Of(baseSchema), context.Models.Revision.Of(revisionSchema)),
                        direction
                    ),
                    new(baseSchema, revisionSchema)
                )
            );
        }
    }
}
