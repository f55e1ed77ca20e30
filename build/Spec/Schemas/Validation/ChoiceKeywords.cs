using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>The keywords that combine schemas for the same value.</summary>
internal static class ChoiceKeywords
{
    // What an object without a shape of its own may say.
    private static readonly string[] FreeKeywords = ["type", "title", "description", "nullable", "example"];

    /// <summary>Judges a value.</summary>
    public static void Apply(Evaluation evaluation)
    {
        foreach (var part in evaluation.Schema["allOf"] as JArray ?? [])
        {
            evaluation.Outcome.Include(evaluation.InPlace(part));
        }

        if (DiscriminatedVariant.Find(evaluation) is { } chosen)
        {
            Chosen(evaluation, chosen);
        }
        else
        {
            Variants(evaluation, "oneOf");
            Variants(evaluation, "anyOf");
        }

        Not(evaluation);
        Condition(evaluation);
    }

    private static void Chosen(Evaluation evaluation, DiscriminatedVariant chosen)
    {
        if (chosen.Schema is { } schema)
        {
            evaluation.Outcome.Include(evaluation.InPlace(schema));
            return;
        }

        var allowed = string.Join(", ", chosen.AllowedTags);
        evaluation.Outcome.Add(evaluation.Instance.PlaceOf(chosen.Property), $"must be one of {allowed}");
    }

    // Any variant that fits is enough for oneOf, too: many descriptions use it where the variants overlap.
    private static void Variants(Evaluation evaluation, string keyword)
    {
        if (evaluation.Schema[keyword] is not JArray { Count: > 0 } list || HoldsOpenVariant(evaluation, list))
        {
            return;
        }

        var results = list.Select(variant => (Variant: variant, Outcome: evaluation.InPlace(variant))).ToList();
        var fitting = results.Where(result => result.Outcome.IsValid).ToList();
        if (fitting.Count == 0)
        {
            AddProblems(evaluation, results.Select(result => result.Outcome).MinBy(outcome => outcome.Problems.Count)!);
            return;
        }

        // A part of a value is a part of one variant. The right one is that which declares most of its members.
        if (keyword == "oneOf")
        {
            fitting = [fitting.MinBy(result => Undeclared(evaluation, result.Variant, result.Outcome))];
        }

        foreach (var (variant, outcome) in fitting)
        {
            evaluation.Outcome.IncludeMarks(outcome);
            if (evaluation.Reading is ValueReading.Part && IsFree(evaluation, variant))
            {
                evaluation.Outcome.MarksOf(evaluation.Instance).HasAll = true;
            }
        }
    }

    private static int Undeclared(Evaluation evaluation, JToken variant, SchemaOutcome outcome)
    {
        if (evaluation.Value is JObject node && !outcome.MarksOf(evaluation.Instance).HasDeclarations)
        {
            return IsFree(evaluation, variant) ? 0 : node.Count;
        }

        return outcome.Undeclared().Count();
    }

    // A subtype that includes its base is one of the variants of the base: the base does not choose again.
    private static bool HoldsOpenVariant(Evaluation evaluation, JArray list) =>
        list.OfType<JObject>()
            .Any(variant =>
                evaluation.Evaluator.Followed(variant) is { } target
                && !ReferenceEquals(target, evaluation.Schema)
                && evaluation.Evaluator.IsOpen(target, evaluation.Instance, evaluation.Reading)
            );

    private static bool IsFree(Evaluation evaluation, JToken variant)
    {
        var schema = variant is JObject node ? evaluation.Evaluator.Followed(node) : variant;
        return schema.IsTrue()
            || (
                schema is JObject target
                && target
                    .Properties()
                    .All(keyword =>
                        FreeKeywords.Contains(keyword.Name) || keyword.Name.StartsWith("x-", StringComparison.Ordinal)
                    )
            );
    }

    private static void Not(Evaluation evaluation)
    {
        if (evaluation.Schema["not"] is not { } forbidden)
        {
            return;
        }

        var reading = evaluation.Reading switch
        {
            ValueReading.Whole => ValueReading.Whole,
            ValueReading.Certain => ValueReading.Possible,
            _ => ValueReading.Certain,
        };
        if (evaluation.InPlace(forbidden, reading).IsValid)
        {
            // {not: {}} is the schema false.
            evaluation.Add(
                BooleanSchemas.AllowsNothing(evaluation.Schema) ? "is not allowed" : "fits the schema under 'not'"
            );
        }
    }

    // What is left out of a value may decide the condition: then neither branch is judged.
    private static void Condition(Evaluation evaluation)
    {
        if (evaluation.Schema["if"] is not { } condition)
        {
            return;
        }

        var isWhole = evaluation.Reading is ValueReading.Whole;
        var certain = evaluation.InPlace(condition, isWhole ? ValueReading.Whole : ValueReading.Certain);
        if (certain.IsValid)
        {
            evaluation.Outcome.IncludeMarks(certain);
            Branch(evaluation, "then");
        }
        else if (isWhole || !evaluation.InPlace(condition, ValueReading.Possible).IsValid)
        {
            Branch(evaluation, "else");
        }
        else
        {
            IncludeBoth(evaluation, condition);
        }
    }

    private static void IncludeBoth(Evaluation evaluation, JToken condition)
    {
        evaluation.Outcome.IncludeMarks(evaluation.InPlace(condition, ValueReading.Possible));
        List<JToken> branches = [.. new[] { evaluation.Schema["then"], evaluation.Schema["else"] }.OfType<JToken>()];
        var results = branches.ConvertAll(branch => evaluation.InPlace(branch));
        foreach (var result in results.Where(result => result.IsValid))
        {
            evaluation.Outcome.IncludeMarks(result);
        }

        if (results.Count == 2 && results.TrueForAll(result => !result.IsValid))
        {
            AddProblems(evaluation, results[0]);
        }
    }

    private static void Branch(Evaluation evaluation, string keyword)
    {
        if (evaluation.Schema[keyword] is { } branch)
        {
            evaluation.Outcome.Include(evaluation.InPlace(branch));
        }
    }

    private static void AddProblems(Evaluation evaluation, SchemaOutcome outcome)
    {
        foreach (var problem in outcome.Problems)
        {
            evaluation.Outcome.Add(problem.Place, problem.Message);
        }
    }
}
