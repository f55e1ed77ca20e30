using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>The keywords of any value: type, enum, const, and the limits of texts and numbers.</summary>
internal static class ValueKeywords
{
    private const int MostListedValues = 12;

    /// <summary>Judges a value.</summary>
    public static void Apply(Evaluation evaluation)
    {
        if (!HasType(evaluation))
        {
            return;
        }

        Listed(evaluation);
        switch (evaluation.Value)
        {
            case JValue { Value: string text }:
                Add(evaluation, ValueLimits.OfText(evaluation.Schema, text, evaluation.Evaluator.AllowsLocalTime));
                break;
            case JValue number when JsonNumber.Is(number):
                Add(evaluation, ValueLimits.OfNumber(evaluation.Schema, number));
                break;
        }
    }

    // A text in 3.0, a text or a list in 3.1.
    private static bool HasType(Evaluation evaluation)
    {
        List<string> types = evaluation.Schema["type"] switch
        {
            JValue { Value: string one } => [one],
            JArray list => [.. list.Select(type => type.Text()).OfType<string>()],
            _ => [],
        };
        if (types.Count == 0 || types.Exists(type => ValueTypes.Is(evaluation.Value, type)))
        {
            return true;
        }

        evaluation.Add(
            evaluation.Value.Type is JTokenType.Null
                ? "must not be null"
                : $"must be {string.Join(" or ", types.Where(type => type != "null"))}, "
                    + $"not {ValueTypes.Name(evaluation.Value)}"
        );
        return false;
    }

    private static void Listed(Evaluation evaluation)
    {
        if (evaluation.Schema["const"] is { } only && !JsonEquality.AreEqual(only, evaluation.Value))
        {
            evaluation.Add($"must be {JsonEquality.Canonical(only)}");
        }

        if (evaluation.Schema["enum"] is not JArray values)
        {
            return;
        }

        var value = JsonEquality.Canonical(evaluation.Value);
        var allowed = values.Select(JsonEquality.Canonical).ToList();
        if (!allowed.Contains(value, StringComparer.Ordinal))
        {
            var shown = allowed.Order(StringComparer.Ordinal).Take(MostListedValues);
            evaluation.Add($"must be one of {string.Join(", ", shown)}");
        }
    }

    private static void Add(Evaluation evaluation, IEnumerable<string> messages)
    {
        foreach (var message in messages)
        {
            evaluation.Add(message);
        }
    }
}
