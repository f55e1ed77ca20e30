using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Compare;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>Lists what was not compared. Whoever cannot compare a place tells <see cref="SchemaModel.LeaveOut"/>.</summary>
internal static class UncomparedPlaces
{
    // The keywords of 3.2 for the parts of a sequential media type, which nothing compares.
    private static readonly string[] PartEncodings = ["prefixEncoding", "itemEncoding"];

    /// <summary>Lists the places of both sides; to be called when all was compared.</summary>
    /// <param name="descriptions">The descriptions.</param>
    /// <param name="models">Their schemas.</param>
    /// <param name="comparisons">The operations that were compared.</param>
    public static IReadOnlyList<UncomparedPlace> Of(
        Sides<Description> descriptions,
        Sides<SchemaModel> models,
        IReadOnlyList<OperationComparison> comparisons
    )
    {
        var operations = new Sides<List<DiffOperation>>(
            [.. comparisons.Select(comparison => comparison.Operations.Base).OfType<DiffOperation>()],
            [.. comparisons.Select(comparison => comparison.Operations.Revision).OfType<DiffOperation>()]
        );
        LeaveOut(models, models.Zip(operations, Links), "Links are not compared, and they differ.");
        LeaveOut(
            models,
            models.Zip(operations, NestedCallbacks),
            "The callbacks of callbacks and webhooks are not compared, and they differ."
        );
        LeaveOut(models, models.Select(Encodings), "The encoding of parts is not compared, and it differs.");
        if (models.Any(HasRelativeServers))
        {
            LeaveOut(
                models,
                models.Select(model => model.Root["$self"] is { } self ? [self] : new List<JToken>()),
                "The addresses of relative servers depend on $self, which differs."
            );
        }

        return
        [
            .. OfSide("base", descriptions.Base, models.Base),
            .. OfSide("revision", descriptions.Revision, models.Revision),
        ];
    }

    // What both sides write alike cannot have changed.
    private static void LeaveOut(Sides<SchemaModel> models, Sides<List<JToken>> places, string reason)
    {
        var texts = places.Select(side =>
            string.Join('\n', side.Select(CanonicalValue.Text).Order(StringComparer.Ordinal))
        );
        if (texts.Base == texts.Revision)
        {
            return;
        }

        places.Base.ForEach(place => models.Base.LeaveOut(place, reason));
        places.Revision.ForEach(place => models.Revision.LeaveOut(place, reason));
    }

    private static IEnumerable<UncomparedPlace> OfSide(string side, Description description, SchemaModel model)
    {
        foreach (var value in model.Root.Descendants().OfType<JValue>())
        {
            if (value.Annotation<UnfollowedReference>() is { IsOfWhole: true } unfollowed)
            {
                model.LeaveOut(value, unfollowed.Reason);
            }
        }

        return model.Uncompared.Select(left => new UncomparedPlace(side, description.Place(left.Place), left.Reason));
    }

    private static List<JToken> Links(SchemaModel model, List<DiffOperation> operations) =>
        [
            .. operations
                .SelectMany(operation => DiffResponses.Of(model, operation).All)
                .Select(response => response.Node["links"])
                .OfType<JObject>()
                .Where(links => links.HasValues),
        ];

    private static List<JToken> NestedCallbacks(SchemaModel model, List<DiffOperation> operations) =>
        [
            .. SentOperations
                .Webhooks(model)
                .Concat(operations.SelectMany(operation => SentOperations.Callbacks(model, operation)))
                .Select(sent => sent.Node["callbacks"])
                .OfType<JObject>()
                .Where(callbacks => callbacks.HasValues),
        ];

    private static List<JToken> Encodings(SchemaModel model) =>
        model.Root["openapi"].Text()?.StartsWith("3.2", StringComparison.Ordinal) == true
            ?
            [
                .. model
                    .Root.DescendantsAndSelf()
                    .OfType<JProperty>()
                    .Where(member => PartEncodings.Contains(member.Name))
                    .Select(member => member.Value),
            ]
            : [];

    // A server address without a host belongs to the address that the description itself has (3.2).
    private static bool HasRelativeServers(SchemaModel model) =>
        model.Root["servers"] is not JArray { Count: > 0 } servers
        || servers.Any(server => server.Member("url").Text()?.Contains("://", StringComparison.Ordinal) == false);
}
