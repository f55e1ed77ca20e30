using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>Lists what was not compared. Whoever cannot compare a place tells <see cref="SchemaModel.LeaveOut"/>.</summary>
internal static class UncomparedPlaces
{
    /// <summary>Lists the places of both sides; to be called when all was compared.</summary>
    public static IReadOnlyList<UncomparedPlace> Of(Sides<Description> descriptions, Sides<SchemaModel> models) =>
        [
            .. OfSide("base", descriptions.Base, models.Base),
            .. OfSide("revision", descriptions.Revision, models.Revision),
        ];

    private static IEnumerable<UncomparedPlace> OfSide(string side, Description description, SchemaModel model)
    {
        if (description.Root["webhooks"] is { } webhooks)
        {
            model.LeaveOut(webhooks, "Webhooks are not compared.");
        }

        foreach (var operation in OperationNodes.All(model.Root, model.Resolve))
        {
            if (operation.Node["callbacks"] is { } callbacks)
            {
                model.LeaveOut(callbacks, "Callbacks are not compared.");
            }
        }

        return model.Uncompared.Select(left => new UncomparedPlace(side, description.Place(left.Place), left.Reason));
    }
}
