using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares the responses of two operations.</summary>
internal sealed class ResponseComparer(ComparisonContext context, BodyComparer bodies)
{
    private readonly HeaderComparer _headers = new(context);

    public void Compare(Comparison comparison, Sides<DiffOperation> operations)
    {
        var responses = context.Models.Zip(operations, DiffResponses.Of);
        foreach (var response in responses.Base.All)
        {
            var partners = responses.Revision.Covering(response.Status) is { } covering
                ? [covering]
                : responses.Revision.Within(response.Status);
            if (partners.Count == 0)
            {
                AddRemoved(comparison, operations, response);
            }

            foreach (var partner in partners)
            {
                CompareResponse(comparison, new(response.Node, partner.Node));
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
                CompareResponse(comparison, new(covering.Node, response.Node));
            }
            else
            {
                AddAdded(comparison, operations, response);
            }
        }
    }

    private static void AddRemoved(Comparison comparison, Sides<DiffOperation> operations, DiffResponse response) =>
        comparison.Add(
            response.IsSuccess ? ResponseRules.SuccessStatusRemoved : ResponseRules.ErrorStatusRemoved,
            Direction.None,
            Change.Removed(response.Written, response.Status) with
            {
                NearestInRevision = operations.Revision.Node["responses"] ?? operations.Revision.Node,
                NamedPlace = operations.Base.Node,
            }
        );

    private static void AddAdded(Comparison comparison, Sides<DiffOperation> operations, DiffResponse response) =>
        comparison.Add(
            response.IsSuccess ? ResponseRules.SuccessStatusAdded : ResponseRules.ErrorStatusAdded,
            Direction.None,
            Change.Added(response.Written, response.Status) with
            {
                NearestInBase = operations.Base.Node["responses"] ?? operations.Base.Node,
                NamedPlace = operations.Revision.Node,
            }
        );

    private void CompareResponse(Comparison comparison, Sides<JObject> responses)
    {
        bodies.CompareContent(comparison, responses, Direction.Response);
        _headers.Compare(comparison, responses);
        context.CompareTexts(comparison, responses);
    }
}
