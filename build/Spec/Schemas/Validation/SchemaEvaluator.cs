using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>
/// Judges a value against schemas as they are written: JSON Schema 2020-12 for OpenAPI 3.1, and the dialect of OpenAPI
/// 3.0. It judges one value and is used once.
/// </summary>
internal sealed class SchemaEvaluator(SchemaModel model, ValueDirection direction)
{
    // Nested allOf with the same schema twice at each level would double the work at each level without this.
    private const int MostSteps = 500_000;

    private readonly Dictionary<(JToken Schema, JToken Value, ValueReading Reading), SchemaOutcome> _known = new(
        KeyComparer.Instance
    );

    private readonly HashSet<(JToken Schema, JToken Value, ValueReading Reading)> _open = new(KeyComparer.Instance);
    private readonly SchemaTargets _targets = SchemaTargets.Of(model);
    private int _steps;
    private int _circles;

    /// <summary>Gets the schemas of the document.</summary>
    public SchemaModel Model { get; } = model;

    /// <summary>Gets which way the value travels.</summary>
    public ValueDirection Direction { get; } = direction;

    /// <summary>Gets whether a date-time may lack its offset.</summary>
    public bool AllowsLocalTime { get; init; }

    /// <summary>Gets whether the value or the schema was too large to be judged.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Judges a value against a schema.</summary>
    /// <param name="schema">The schema: an object or a boolean.</param>
    /// <param name="instance">The value.</param>
    /// <param name="reading">How the value is judged.</param>
    public SchemaOutcome Evaluate(JToken schema, Instance instance, ValueReading reading)
    {
        if (schema is not JObject node)
        {
            return Boolean(schema, instance);
        }

        var key = (schema, instance.Value, reading);
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        if (++_steps > MostSteps || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            IsExhausted = true;
            return new SchemaOutcome();
        }

        // A subtype includes its base, and the base may list the subtype as one of its variants.
        if (!_open.Add(key))
        {
            _circles++;
            return new SchemaOutcome();
        }

        var circles = _circles;
        var outcome = Judged(node, instance, reading);
        _open.Remove(key);

        // What was cut short in a circle is judged anew where it stands elsewhere.
        if (circles == _circles)
        {
            _known[key] = outcome;
        }

        return outcome;
    }

    /// <summary>Tells whether a schema is being held against the same value further out.</summary>
    public bool IsOpen(JToken schema, Instance instance, ValueReading reading) =>
        _open.Contains((schema, instance.Value, reading));

    /// <summary>Follows the reference of a schema, as far as it leads.</summary>
    /// <returns>Null when it leads nowhere.</returns>
    public JToken? Followed(JObject schema)
    {
        JToken? current = schema;
        for (var hop = 0; current is JObject node && References.Target(node) is { } target; hop++)
        {
            current = hop > DescriptionReader.MaxDepth ? null : _targets.Find(node, target);
        }

        return current;
    }

    private SchemaOutcome Judged(JObject node, Instance instance, ValueReading reading)
    {
        var evaluation = new Evaluation
        {
            Evaluator = this,
            Schema = node,
            Instance = instance,
            Reading = reading,
        };
        if (Reference(evaluation) && !_targets.KeepsSiblings)
        {
            return evaluation.Outcome;
        }

        // 3.0 says nullable, and there null needs no place in a list of values or in a part of an allOf.
        if (instance.Value.Type is JTokenType.Null && node["nullable"].IsTrue())
        {
            return evaluation.Outcome;
        }

        ValueKeywords.Apply(evaluation);
        ChoiceKeywords.Apply(evaluation);
        switch (instance.Value)
        {
            case JArray list:
                ArrayKeywords.Apply(evaluation, list);
                break;
            case JObject value:
                ObjectKeywords.Apply(evaluation, value);
                break;
        }

        return evaluation.Outcome;
    }

    // A reference that leads nowhere is reported: what it asks for was not compared.
    private bool Reference(Evaluation evaluation)
    {
        var isReference = false;
        foreach (var keyword in SchemaTargets.Keywords)
        {
            if (evaluation.Schema[keyword].Text() is not { } target)
            {
                continue;
            }

            isReference = true;
            if (_targets.Find(evaluation.Schema, target) is { } found)
            {
                evaluation.Outcome.Include(evaluation.InPlace(found));
            }
            else
            {
                evaluation.Add($"cannot be judged, because the reference {target} leads nowhere");
            }
        }

        return isReference;
    }

    private static SchemaOutcome Boolean(JToken schema, Instance instance)
    {
        var outcome = new SchemaOutcome();
        if (schema.IsFalse())
        {
            outcome.Add(instance.Place, "is not allowed");
        }

        return outcome;
    }

    private sealed class KeyComparer : IEqualityComparer<(JToken Schema, JToken Value, ValueReading Reading)>
    {
        public static KeyComparer Instance { get; } = new();

        public bool Equals(
            (JToken Schema, JToken Value, ValueReading Reading) x,
            (JToken Schema, JToken Value, ValueReading Reading) y
        ) => ReferenceEquals(x.Schema, y.Schema) && ReferenceEquals(x.Value, y.Value) && x.Reading == y.Reading;

        public int GetHashCode((JToken Schema, JToken Value, ValueReading Reading) obj) =>
            HashCode.Combine(
                RuntimeHelpers.GetHashCode(obj.Schema),
                RuntimeHelpers.GetHashCode(obj.Value),
                obj.Reading
            );
    }
}
