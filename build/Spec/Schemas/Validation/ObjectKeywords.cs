using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>The keywords of an object.</summary>
internal static class ObjectKeywords
{
    /// <summary>
    /// Judges an object. <c>unevaluatedProperties</c> looks at what the others spoke of, so it is last.
    /// </summary>
    public static void Apply(Evaluation evaluation, JObject value)
    {
        Count(evaluation, value);
        Required(evaluation, value);
        Members(evaluation, value);
        Names(evaluation, value);
        Unevaluated(evaluation, value);
    }

    private static void Count(Evaluation evaluation, JObject value)
    {
        foreach (
            var message in ValueLimits.OfCount(
                evaluation.Schema,
                value.Count,
                "Properties",
                "members",
                isLowerLeftOut: evaluation.MayLackMembers
            )
        )
        {
            evaluation.Add(message);
        }
    }

    private static void Required(Evaluation evaluation, JObject value)
    {
        if (evaluation.MayLackMembers)
        {
            return;
        }

        foreach (var name in Texts(evaluation.Schema["required"]))
        {
            Demand(evaluation, value, name, "is required");
        }

        foreach (var (trigger, names) in Properties(evaluation.Schema["dependentRequired"]))
        {
            foreach (var name in value.ContainsKey(trigger) ? Texts(names) : [])
            {
                Demand(evaluation, value, name, $"is required beside {trigger}");
            }
        }
    }

    private static void Demand(Evaluation evaluation, JObject value, string name, string message)
    {
        if (!value.ContainsKey(name) && !IsHidden(evaluation, name))
        {
            evaluation.Outcome.Add(evaluation.Instance.PlaceOf(name), message);
        }
    }

    // A request need not contain a readOnly property, a response need not contain a writeOnly one. The property may be
    // declared by another part of the allOf that demands it.
    private static bool IsHidden(Evaluation evaluation, string name) =>
        evaluation
            .Instance.Schemas.Append(evaluation.Schema)
            .OfType<JObject>()
            .Select(schema => evaluation.Evaluator.Model.Of(schema).Properties.GetValueOrDefault(name))
            .OfType<EffectiveSchema>()
            .Any(property =>
                evaluation.Evaluator.Direction is ValueDirection.Request
                    ? property.ReadOnlyPlace is not null
                    : property.WriteOnlyPlace is not null
            );

    private static void Members(Evaluation evaluation, JObject value)
    {
        var schema = evaluation.Schema;
        var named = schema["properties"] as JObject;
        var patterns = Properties(schema["patternProperties"]).ToList();
        var others = schema["additionalProperties"] is JObject or JValue { Value: bool }
            ? schema["additionalProperties"]
            : null;
        var marks = evaluation.Outcome.MarksOf(evaluation.Instance);
        marks.HasDeclarations |= named is { Count: > 0 } || patterns.Count > 0;
        marks.HasAll |= others is not null;
        foreach (var member in value.Properties())
        {
            var isNamed = false;
            if (named?[member.Name] is { } property)
            {
                isNamed = true;
                evaluation.Below(property, evaluation.Instance.Member(member.Name, member.Value, property));
            }

            foreach (var (_, pattern) in patterns.Where(pattern => ValueLimits.Matches(pattern.Name, member.Name)))
            {
                isNamed = true;
                evaluation.Below(pattern, evaluation.Instance.Member(member.Name, member.Value, pattern));
            }

            if (isNamed)
            {
                marks.Names.Add(member.Name);
            }
            else
            {
                Other(evaluation, member, others);
            }
        }

        AddUncertain(evaluation, value, named);
    }

    private static void Other(Evaluation evaluation, JProperty member, JToken? schema)
    {
        if (schema.IsFalse())
        {
            evaluation.Outcome.Add(evaluation.Instance.PlaceOf(member.Name), "is not known");
        }
        else if (schema is not null)
        {
            evaluation.Below(schema, evaluation.Instance.Member(member.Name, member.Value, schema));
        }
    }

    // A member that is left out may have any value, so that it does not fit for certain.
    private static void AddUncertain(Evaluation evaluation, JObject value, JObject? named)
    {
        if (evaluation.Reading is not ValueReading.Certain || named is null)
        {
            return;
        }

        foreach (var property in named.Properties().Where(property => !value.ContainsKey(property.Name)))
        {
            if (property.Value is JObject { Count: > 0 } || property.Value.IsFalse())
            {
                evaluation.Outcome.Add(evaluation.Instance.PlaceOf(property.Name), "is left out");
            }
        }
    }

    private static void Names(Evaluation evaluation, JObject value)
    {
        if (evaluation.Schema["propertyNames"] is { } names)
        {
            foreach (var member in value.Properties())
            {
                var name = evaluation.Instance.Member(member.Name, new JValue(member.Name), names);
                if (evaluation.Evaluator.Evaluate(names, name, evaluation.Reading).Problems is [var problem, ..])
                {
                    evaluation.Outcome.Add(name.Place, $"has a name that {problem.Message}");
                }
            }
        }

        foreach (var (trigger, schema) in Properties(evaluation.Schema["dependentSchemas"]))
        {
            if (value.ContainsKey(trigger))
            {
                evaluation.Outcome.Include(evaluation.InPlace(schema));
            }
        }
    }

    private static void Unevaluated(Evaluation evaluation, JObject value)
    {
        if (evaluation.Schema["unevaluatedProperties"] is not { } rest)
        {
            return;
        }

        var marks = evaluation.Outcome.MarksOf(evaluation.Instance);
        foreach (var member in value.Properties().Where(member => !marks.HasAll && !marks.Names.Contains(member.Name)))
        {
            Other(evaluation, member, rest);
        }

        marks.HasAll = true;
    }

    private static IEnumerable<(string Name, JToken Value)> Properties(JToken? map) =>
        (map as JObject)?.Properties().Select(entry => (entry.Name, entry.Value)) ?? [];

    private static IEnumerable<string> Texts(JToken? list) =>
        (list as JArray)?.Select(text => text.Text()).OfType<string>() ?? [];
}
