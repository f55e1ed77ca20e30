using System.Globalization;
using System.Numerics;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts.Parameters;

/// <summary>
/// Turns a text of a request into the value that its schema means. Example: 7 is a number where the schema allows
/// numbers, and a text where it allows only texts.
/// </summary>
internal static class TypedText
{
    private static readonly string[] Scalars = ["integer", "number", "boolean", "string"];

    /// <summary>Gives the value that the schema allows, or else the one that is nearest to its type.</summary>
    /// <param name="model">The schemas of the document.</param>
    /// <param name="schema">What it may be, or null.</param>
    /// <param name="text">The text, decoded.</param>
    public static JToken Of(SchemaModel model, JToken? schema, string text)
    {
        var shapes = SchemaShapes.Of(model, schema);
        var types = shapes.Any(shape => shape.Types is null)
            ? Scalars
            : [.. Scalars.Where(type => shapes.Any(shape => shape.Types?.Contains(type) == true))];
        List<JToken> values = [.. types.Select(type => Value(type, text)).OfType<JToken>().Append(text)];
        if (schema is null || values.Count == 1)
        {
            return schema is null ? text : values[0];
        }

        return values.Find(value => SchemaValidator.Validate(model, schema, value, ValueDirection.Request).Count == 0)
            ?? values[0];
    }

    private static JToken? Value(string type, string text) =>
        type switch
        {
            "integer"
                when BigInteger.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var big
                ) => big >= long.MinValue && big <= long.MaxValue ? new JValue((long)big) : new JValue(big),
            "integer"
            or "number" when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                new JValue(number),
            "number"
                when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && double.IsFinite(number) => new JValue(number),
            "boolean" when text is "true" or "false" => new JValue(text == "true"),
            _ => null,
        };
}
