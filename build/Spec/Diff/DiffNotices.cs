using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Compare;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>Tells what was not compared, and what is wrong with a description.</summary>
internal static class DiffNotices
{
    public static IEnumerable<string> Of(
        Sides<Description> descriptions,
        Sides<SchemaModel> models,
        IReadOnlyList<OperationComparison> comparisons,
        bool comparesTexts
    )
    {
        if (!comparesTexts)
        {
            yield return "Texts (summaries, descriptions) were not compared, because one of the files has none.";
        }

        var operations = comparisons.Select(comparison => comparison.Operations).ToList();
        if (HaveNothingInCommon(operations))
        {
            yield return "The two descriptions have no operation in common. Check that both describe the same API.";
        }

        if (models.Any(HasRelativeServers) && SelfOf(models.Base) != SelfOf(models.Revision))
        {
            yield return "The addresses of relative servers are not compared: $self differs, and they depend on it.";
        }

        foreach (
            var notice in OfSide(
                "base",
                descriptions.Base,
                models.Base,
                [.. operations.Select(pair => pair.Base).OfType<DiffOperation>()]
            )
        )
        {
            yield return notice;
        }

        foreach (
            var notice in OfSide(
                "revision",
                descriptions.Revision,
                models.Revision,
                [.. operations.Select(pair => pair.Revision).OfType<DiffOperation>()]
            )
        )
        {
            yield return notice;
        }
    }

    private static IEnumerable<string> OfSide(
        string side,
        Description description,
        SchemaModel model,
        IReadOnlyList<DiffOperation> operations
    )
    {
        if (HasNo("paths") && HasNo("webhooks"))
        {
            yield return $"The {side} has no paths.";
        }

        if (model.Dangling.Count > 0)
        {
            yield return $"{model.Dangling.Count} reference(s) of the {side} point to nothing and were compared as if they "
                + $"allow any value. The first is {description.Place(model.Dangling.First())}.";
        }

        if (model.Contradictions.Count > 0)
        {
            yield return $"{model.Contradictions.Count} place(s) of the {side} require a type that another part of the same schema "
                + "excludes. The outer part was compared. "
                + $"The first is {description.Place(model.Contradictions.First())}.";
        }

        if (!model.KnowsNullable && FirstNullable(description.Root) is { } nullable)
        {
            yield return $"The {side} says nullable, which is no keyword of its version and allows nothing. Write the "
                + $"type as [string, null]. The first place is {description.Place(nullable)}.";
        }

        if (HasNestedCallbacks(model, operations))
        {
            yield return $"The callbacks of callbacks and webhooks of the {side} are not compared.";
        }

        if (HasLinks(model, operations))
        {
            yield return $"The links of the {side} are not compared.";
        }

        bool HasNo(string member) => description.Root[member] is not JObject { HasValues: true };
    }

    // A server address without a host belongs to the address that the description itself has (3.2).
    private static bool HasRelativeServers(SchemaModel model) =>
        model.Root["servers"] is not JArray { Count: > 0 } servers
        || servers.Any(server => server.Member("url").Text()?.Contains("://", StringComparison.Ordinal) == false);

    private static string? SelfOf(SchemaModel model) => model.Root["$self"].Text();

    private static JToken? FirstNullable(JObject root) =>
        DocumentWalker.Schemas(root).Select(schema => schema["nullable"]).FirstOrDefault(JsonAccess.IsTrue);

    private static bool HaveNothingInCommon(IReadOnlyList<Sides<DiffOperation?>> pairs) =>
        pairs.Any(pair => pair.Base is not null)
        && pairs.Any(pair => pair.Revision is not null)
        && !pairs.Any(pair => pair is { Base: not null, Revision: not null });

    private static bool HasLinks(SchemaModel model, IReadOnlyList<DiffOperation> operations) =>
        operations
            .SelectMany(operation => DiffResponses.Of(model, operation).All)
            .Any(response => response.Node["links"] is JObject { HasValues: true });

    private static bool HasNestedCallbacks(SchemaModel model, IReadOnlyList<DiffOperation> operations) =>
        SentOperations
            .Webhooks(model)
            .Concat(operations.SelectMany(operation => SentOperations.Callbacks(model, operation)))
            .Any(sent => sent.Node["callbacks"] is JObject { HasValues: true });
}
