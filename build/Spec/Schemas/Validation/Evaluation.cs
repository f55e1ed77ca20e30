using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>One schema that is held against one value.</summary>
internal sealed class Evaluation
{
    /// <summary>Gets what judges the schemas inside.</summary>
    public required SchemaEvaluator Evaluator { get; init; }

    /// <summary>Gets the schema.</summary>
    public required JObject Schema { get; init; }

    /// <summary>Gets the value.</summary>
    public required Instance Instance { get; init; }

    /// <summary>Gets how the value is judged.</summary>
    public required ValueReading Reading { get; init; }

    /// <summary>Gets the result so far.</summary>
    public SchemaOutcome Outcome { get; } = new();

    /// <summary>Gets the value itself.</summary>
    public JToken Value => Instance.Value;

    /// <summary>Gets whether members may be missing without being wrong.</summary>
    public bool MayLackMembers => Reading is ValueReading.Part or ValueReading.Possible;

    /// <summary>Adds a problem of the value itself.</summary>
    public void Add(string message) => Outcome.Add(Instance.Place, message);

    /// <summary>Judges the same value against a schema inside this one.</summary>
    public SchemaOutcome InPlace(JToken schema, ValueReading? reading = null) =>
        Evaluator.Evaluate(schema, Instance, reading ?? Reading);

    /// <summary>Judges a member or an item, and adds what is wrong with it.</summary>
    public void Below(JToken schema, Instance inner)
    {
        var found = Evaluator.Evaluate(schema, inner, Reading);
        foreach (var problem in found.Problems)
        {
            Outcome.Add(problem.Place, problem.Message);
        }

        // Only there do the marks of members matter: two schemas of an allOf may each declare half of a member.
        if (Reading is ValueReading.Part)
        {
            Outcome.IncludeMarks(found);
        }
    }
}
