using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Pairs the responses of two operations.</summary>
internal sealed class ResponseComparer(ComparisonContext context, BodyComparer bodies)
{
    private readonly HeaderComparer _headers = new(context);

    public void Compare(Comparison comparison, Sides<DiffOperation> operations)
    {
        var lists = operations.Select(operation => operation.Node["responses"] ?? (JToken?)operation.Node);
        var responses = context.Models.Zip(operations, DiffResponses.Of);
        foreach (var response in responses.Base.All)
        {
            var partners = responses.Revision.Covering(response.Status) is { } covering
                ? [covering]
                : responses.Revision.Within(response.Status);
            if (partners.Count == 0)
            {
                comparison.Judge(response, null, Direction.None, lists);
            }

            foreach (var partner in partners)
            {
                CompareResponse(comparison, response, partner);
            }
        }

        foreach (var response in responses.Revision.All)
        {
            if (responses.Base.Exact(response.Status) is not null)
            {
                continue;
            }

            // A new status that the base covered by a range or by default is compared with that response.
            // Example: the base has 2XX, the revision 201.
            if (responses.Base.Covering(response.Status) is { } covering)
            {
                CompareResponse(comparison, covering, response);
            }
            else
            {
                comparison.Judge(null, response, Direction.None, lists);
            }
        }
    }

    private void CompareResponse(Comparison comparison, DiffResponse response, DiffResponse partner)
    {
        var nodes = new Sides<JObject>(response.Node, partner.Node);
        comparison.Judge(response, partner, Direction.None);
        bodies.CompareContent(comparison, nodes, Direction.Response);
        _headers.Compare(comparison, nodes);
        context.CompareTexts(comparison, nodes);
    }
}
