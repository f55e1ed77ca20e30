using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas.Validation;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>Validates values against schemas.</summary>
internal static class SchemaValidator
{
    /// <summary>Lists what is wrong with a value; nothing when it is allowed.</summary>
    /// <param name="schema">What is allowed.</param>
    /// <param name="value">The value.</param>
    /// <param name="direction">Which way it travels.</param>
    public static IReadOnlyList<SchemaProblem> Validate(EffectiveSchema schema, JToken value, ValueDirection direction)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(value);
        var evaluator = new SchemaEvaluator(schema.Model, direction) { AllowsLocalTime = true };
        return Run(evaluator, Outermost(schema), value, ValueReading.Whole);
    }

    /// <summary>Lists what is wrong with a value; nothing when it is allowed.</summary>
    /// <param name="model">The schemas of the document.</param>
    /// <param name="schema">What is allowed: a schema of the document, or a boolean.</param>
    /// <param name="value">The value.</param>
    /// <param name="direction">Which way it travels.</param>
    public static IReadOnlyList<SchemaProblem> Validate(
        SchemaModel model,
        JToken schema,
        JToken value,
        ValueDirection direction
    ) => Run(new SchemaEvaluator(model, direction), [schema], value, ValueReading.Whole);

    /// <summary>
    /// Lists what is wrong with a part of a response, as a consumer needs it. Members may be left out, and a member
    /// that the schema does not declare is wrong.
    /// </summary>
    /// <param name="model">The schemas of the document.</param>
    /// <param name="schema">What is allowed: a schema of the document, or a boolean.</param>
    /// <param name="value">The part.</param>
    public static IReadOnlyList<SchemaProblem> ValidateSubset(SchemaModel model, JToken schema, JToken value) =>
        Run(new SchemaEvaluator(model, ValueDirection.Response), [schema], value, ValueReading.Part);

    private static List<SchemaProblem> Run(
        SchemaEvaluator evaluator,
        IReadOnlyList<JToken> schemas,
        JToken value,
        ValueReading reading
    )
    {
        var instance = new Instance(value, "", schemas);
        var outcome = new SchemaOutcome();
        foreach (var schema in schemas)
        {
            outcome.Include(evaluator.Evaluate(schema, instance, reading));
        }

        if (evaluator.IsExhausted)
        {
            outcome.Add("", "is too large or too deep to be validated against its schema");
        }

        return reading is ValueReading.Part && outcome.IsValid
            ? [.. outcome.Undeclared()]
            : [.. outcome.Problems.Distinct()];
    }

    // The parts of an effective schema that no other part includes. Example: A with allOf [B] has the parts A and B,
    // and A includes B.
    private static IReadOnlyList<JObject> Outermost(EffectiveSchema schema)
    {
        if (schema.Parts.Count == 1)
        {
            return schema.Parts;
        }

        var included = new HashSet<JObject>(ReferenceEqualityComparer.Instance as IEqualityComparer<JObject>);
        var outermost = new List<JObject>();
        foreach (var part in schema.Parts.Where(part => !included.Contains(part)))
        {
            outermost.Add(part);
            var pending = new Stack<JObject>([part]);
            while (pending.TryPop(out var next))
            {
                if (included.Add(next))
                {
                    Included(schema.Model, next).ToList().ForEach(pending.Push);
                }
            }
        }

        return outermost;
    }

    private static IEnumerable<JObject> Included(SchemaModel model, JObject node)
    {
        var inner = Composition
            .AllOf(node)
            .Concat(
                ChoiceLists
                    .Keywords.Select(keyword => ChoiceLists.Of(node, keyword))
                    .Where(choices => choices.Count == 1)
                    .SelectMany(choices => choices)
            );
        return References.Target(node) is not null && model.Resolve(node) is { } target ? inner.Append(target) : inner;
    }
}
