using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>The keywords of an array.</summary>
internal static class ArrayKeywords
{
    /// <summary>Judges an array. <c>unevaluatedItems</c> looks at what the others spoke of, so it is last.</summary>
    public static void Apply(Evaluation evaluation, JArray list)
    {
        foreach (var message in ValueLimits.OfCount(evaluation.Schema, list.Count, "Items", "items"))
        {
            evaluation.Add(message);
        }

        if (evaluation.Schema["uniqueItems"].IsTrue() && list.DistinctBy(JsonEquality.Canonical).Count() < list.Count)
        {
            evaluation.Add("has equal items; each must be different");
        }

        Items(evaluation, list);
        Contains(evaluation, list);
        Unevaluated(evaluation, list);
    }

    private static void Items(Evaluation evaluation, JArray list)
    {
        var first = evaluation.Schema["prefixItems"] as JArray ?? [];
        var marks = evaluation.Outcome.MarksOf(evaluation.Instance);
        for (var i = 0; i < list.Count && i < first.Count; i++)
        {
            marks.Items.Add(i);
            evaluation.Below(first[i], evaluation.Instance.Item(i, list[i], first[i]));
        }

        if (evaluation.Schema["items"] is not (JObject or JValue { Value: bool }))
        {
            return;
        }

        var items = evaluation.Schema["items"]!;
        marks.HasAll = true;
        for (var i = first.Count; i < list.Count; i++)
        {
            evaluation.Below(items, evaluation.Instance.Item(i, list[i], items));
        }
    }

    private static void Contains(Evaluation evaluation, JArray list)
    {
        if (evaluation.Schema["contains"] is not { } wanted)
        {
            return;
        }

        // An item may have members that the wanted one does not declare.
        var reading = evaluation.Reading is ValueReading.Part ? ValueReading.Possible : evaluation.Reading;
        var marks = evaluation.Outcome.MarksOf(evaluation.Instance);
        var count = 0;
        for (var i = 0; i < list.Count; i++)
        {
            if (evaluation.Evaluator.Evaluate(wanted, evaluation.Instance.Item(i, list[i], wanted), reading).IsValid)
            {
                marks.Items.Add(i);
                count++;
            }
        }

        var least = CanonicalValue.Number(evaluation.Schema["minContains"]) ?? 1;
        if (count < least)
        {
            evaluation.Add($"has {Counts.Of(count, "item")} of the kind that 'contains' names; the minimum is {least}");
        }

        if (CanonicalValue.Number(evaluation.Schema["maxContains"]) is { } most && count > most)
        {
            evaluation.Add($"has {Counts.Of(count, "item")} of the kind that 'contains' names; the maximum is {most}");
        }
    }

    private static void Unevaluated(Evaluation evaluation, JArray list)
    {
        if (evaluation.Schema["unevaluatedItems"] is not { } rest)
        {
            return;
        }

        var marks = evaluation.Outcome.MarksOf(evaluation.Instance);
        for (var i = 0; i < list.Count && !marks.HasAll; i++)
        {
            if (!marks.Items.Contains(i))
            {
                evaluation.Below(rest, evaluation.Instance.Item(i, list[i], rest));
            }
        }

        marks.HasAll = true;
    }
}
