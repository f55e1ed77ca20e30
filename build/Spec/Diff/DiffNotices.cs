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
        bool comparesTexts,
        IReadOnlyList<UncomparedPlace> uncompared
    )
    {
        if (uncompared.Count > 0)
        {
            yield return $"{Counts.Were(uncompared.Count, "place")} not compared. The first is of the {uncompared[0]}";
        }

        if (!comparesTexts)
        {
            yield return "Texts (summaries, descriptions) were not compared, because one of the files has none.";
        }

        var operations = comparisons.Select(comparison => comparison.Operations).ToList();
        if (HaveNothingInCommon(operations))
        {
            yield return "The two descriptions have no operation in common. Check that both describe the same API.";
        }

        foreach (var notice in OfSide("base", descriptions.Base, models.Base))
        {
            yield return notice;
        }

        foreach (var notice in OfSide("revision", descriptions.Revision, models.Revision))
        {
            yield return notice;
        }
    }

    private static IEnumerable<string> OfSide(string side, Description description, SchemaModel model)
    {
        if (HasNo("paths") && HasNo("webhooks"))
        {
            yield return $"The {side} has no paths.";
        }

        if (model.Contradictions.Count > 0)
        {
            yield return $"{Counts.Of(model.Contradictions.Count, "place")} of the {side} "
                + $"{Require(model.Contradictions.Count)} a type that another part of the same schema excludes. "
                + $"The outer part was compared. The first is {description.Place(model.Contradictions.First())}.";
        }

        if (!model.KnowsNullable && FirstNullable(description.Root) is { } nullable)
        {
            yield return $"The {side} says nullable, which is no keyword of its version and allows nothing. Write the "
                + $"type as [string, null]. The first place is {description.Place(nullable)}.";
        }

        static string Require(int count) => count == 1 ? "requires" : "require";
        bool HasNo(string member) => description.Root[member] is not JObject { HasValues: true };
    }

    private static JToken? FirstNullable(JObject root) =>
        DocumentWalker.Schemas(root).Select(schema => schema["nullable"]).FirstOrDefault(JsonAccess.IsTrue);

    private static bool HaveNothingInCommon(IReadOnlyList<Sides<DiffOperation?>> pairs) =>
        pairs.Any(pair => pair.Base is not null)
        && pairs.Any(pair => pair.Revision is not null)
        && !pairs.Any(pair => pair is { Base: not null, Revision: not null });
}
