using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>Which way a value travels: a readOnly property is not asked for in a request, a writeOnly one not in a response.</summary>
internal enum ValueDirection
{
    /// <summary>From the caller.</summary>
    Request,

    /// <summary>To the caller.</summary>
    Response,
}

/// <summary>What is wrong with a value.</summary>
/// <param name="Place">The place within the value, for example items[0].name; empty for the value itself.</param>
/// <param name="Message">What is wrong, for a person.</param>
internal sealed record SchemaProblem(string Place, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Place.Length == 0 ? Message : $"{Place}: {Message}";
}

/// <summary>Holds values against effective schemas.</summary>
internal static class SchemaValidator
{
    private const int MostProblems = 20;
    private const int DeepestValue = 100;

    // A pattern of a description may take exponential time on a hostile value.
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(200);

    /// <summary>Lists what is wrong with a value; nothing when it is allowed.</summary>
    /// <param name="schema">What is allowed.</param>
    /// <param name="value">The value.</param>
    /// <param name="direction">Which way it travels.</param>
    public static IReadOnlyList<SchemaProblem> Validate(
        EffectiveSchema schema,
        JToken value,
        ValueDirection direction
    ) => Run(schema, value, new Mode(direction, IsSubset: false));

    /// <summary>
    /// Lists what is wrong with a part of a response, as somebody needs it: members may be left out, and a member that the
    /// schema does not speak of is wrong.
    /// </summary>
    /// <param name="schema">What is allowed.</param>
    /// <param name="value">The part.</param>
    public static IReadOnlyList<SchemaProblem> ValidateSubset(EffectiveSchema schema, JToken value) =>
        Run(schema, value, new Mode(ValueDirection.Response, IsSubset: true));

    private sealed record Mode(ValueDirection Direction, bool IsSubset);

    private static List<SchemaProblem> Run(EffectiveSchema schema, JToken value, Mode mode)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(value);
        var problems = new List<SchemaProblem>();
        Validate(schema, value, mode, "", 0, problems, Around.Nothing);
        return problems;
    }

    // What stands around a form of a choice: the names that are known, and the choices that led to it. A heir may name the
    // choice that its base is, and following it again would not end.
    private sealed record Around(IReadOnlyCollection<string> Known, IReadOnlyList<JToken> Choices)
    {
        public static Around Nothing { get; } = new([], []);

        public IEnumerable<SchemaUnion> Open(EffectiveSchema schema) =>
            schema.Unions.Where(union => !Choices.Any(choice => ReferenceEquals(choice, union.Place)));
    }

    private static void Validate(
        EffectiveSchema schema,
        JToken value,
        Mode mode,
        string place,
        int depth,
        List<SchemaProblem> problems,
        Around around
    )
    {
        if (problems.Count >= MostProblems || depth > DeepestValue)
        {
            return;
        }

        if (value.Type is JTokenType.Null)
        {
            if (schema.NullablePlace is null && schema.Types is not null)
            {
                problems.Add(new SchemaProblem(place, "must not be null"));
            }

            return;
        }

        if (schema.Types is { } types && !types.Any(type => Is(value, type)))
        {
            problems.Add(new SchemaProblem(place, $"must be {string.Join(" or ", types)}, not {Name(value)}"));
            return;
        }

        if (schema.Enum is { } values && !values.Contains(EffectiveSchema.Text(value)))
        {
            problems.Add(
                new SchemaProblem(
                    place,
                    $"must be one of {string.Join(", ", values.Order(StringComparer.Ordinal).Take(12))}"
                )
            );
        }

        switch (value)
        {
            case JValue { Value: string text }:
                ValidateText(schema, text, place, problems);
                break;
            case JValue { Type: JTokenType.Integer or JTokenType.Float } number:
                ValidateNumber(schema, number, place, problems);
                break;
            case JArray list:
                ValidateList(schema, list, mode, place, depth, problems);
                break;
            case JObject node:
                ValidateObject(schema, node, mode, place, depth, problems, around);
                break;
        }

        foreach (var union in around.Open(schema))
        {
            ValidateForms(
                union,
                value,
                mode,
                place,
                depth,
                problems,
                new Around(
                    mode.IsSubset ? [.. around.Known, .. schema.Properties.Keys] : [],
                    [.. around.Choices, union.Place]
                )
            );
        }
    }

    private static void ValidateText(EffectiveSchema schema, string text, string place, List<SchemaProblem> problems)
    {
        if (schema.Limit("maxLength", isUpper: true) is { } most && text.Length > most.Number)
        {
            problems.Add(new SchemaProblem(place, $"has {text.Length} characters; at most {most} are allowed"));
        }

        if (schema.Limit("minLength", isUpper: false) is { } least && text.Length < least.Number)
        {
            problems.Add(new SchemaProblem(place, $"has {text.Length} characters; at least {least} are needed"));
        }

        foreach (
            var pattern in schema
                .Parts.Select(part => part["pattern"])
                .OfType<JValue>()
                .Select(part => (string?)part)
                .OfType<string>()
        )
        {
            if (!Matches(pattern, text))
            {
                problems.Add(new SchemaProblem(place, $"does not match {pattern}"));
            }
        }

        var format = (string?)(schema.Keyword("format") as JValue);
        if (
            format == "date"
            && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        )
        {
            problems.Add(new SchemaProblem(place, "must be a day, as yyyy-MM-dd"));
        }

        if (
            format == "date-time"
            && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
        )
        {
            problems.Add(new SchemaProblem(place, "must be a time, as RFC 3339 writes it"));
        }
    }

    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant | RegexOptions.ECMAScript, PatternTime);
        }
        catch (Exception error) when (error is ArgumentException or RegexMatchTimeoutException)
        {
            // A pattern that cannot be run forbids nothing.
            return true;
        }
    }

    private static void ValidateNumber(
        EffectiveSchema schema,
        JValue number,
        string place,
        List<SchemaProblem> problems
    )
    {
        if (
            !decimal.TryParse(
                number.ToString(CultureInfo.InvariantCulture),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            return;
        }

        if (
            schema.Limit("maximum", isUpper: true, "exclusiveMaximum") is { } most
            && (value > most.Number || (most.IsExclusive && value == most.Number))
        )
        {
            problems.Add(new SchemaProblem(place, $"is {value}; at most {most} is allowed"));
        }

        if (
            schema.Limit("minimum", isUpper: false, "exclusiveMinimum") is { } least
            && (value < least.Number || (least.IsExclusive && value == least.Number))
        )
        {
            problems.Add(new SchemaProblem(place, $"is {value}; at least {least} is needed"));
        }
    }

    private static void ValidateList(
        EffectiveSchema schema,
        JArray list,
        Mode mode,
        string place,
        int depth,
        List<SchemaProblem> problems
    )
    {
        if (schema.Limit("maxItems", isUpper: true) is { } most && list.Count > most.Number)
        {
            problems.Add(new SchemaProblem(place, $"has {list.Count} items; at most {most} are allowed"));
        }

        if (schema.Limit("minItems", isUpper: false) is { } least && list.Count < least.Number)
        {
            problems.Add(new SchemaProblem(place, $"has {list.Count} items; at least {least} are needed"));
        }

        if (schema.Items is not { } items)
        {
            return;
        }

        for (var i = 0; i < list.Count; i++)
        {
            Validate(items, list[i], mode, $"{place}[{i}]", depth + 1, problems, Around.Nothing);
        }
    }

    private static void ValidateObject(
        EffectiveSchema schema,
        JObject node,
        Mode mode,
        string place,
        int depth,
        List<SchemaProblem> problems,
        Around around
    )
    {
        foreach (var name in schema.Required.Keys)
        {
            if (
                !mode.IsSubset
                && node[name] is null
                && !(schema.Properties.TryGetValue(name, out var property) && IsHidden(property, mode.Direction))
            )
            {
                problems.Add(new SchemaProblem(Join(place, name), "is required"));
            }
        }

        var others = schema.AdditionalProperties;
        foreach (var member in node.Properties())
        {
            if (schema.Properties.TryGetValue(member.Name, out var property))
            {
                Validate(property, member.Value, mode, Join(place, member.Name), depth + 1, problems, Around.Nothing);
            }
            else if (schema.ForbiddenPropertiesPlace is not null)
            {
                problems.Add(new SchemaProblem(Join(place, member.Name), "is not known"));
            }
            else if (others is not null)
            {
                Validate(others, member.Value, mode, Join(place, member.Name), depth + 1, problems, Around.Nothing);
            }
            else if (mode.IsSubset && IsUndeclared(schema, member.Name, around))
            {
                problems.Add(new SchemaProblem(Join(place, member.Name), "is not declared"));
            }
        }
    }

    // The form that the discriminator names, or else any that fits; the description uses oneOf where forms overlap.
    private static void ValidateForms(
        SchemaUnion union,
        JToken value,
        Mode mode,
        string place,
        int depth,
        List<SchemaProblem> problems,
        Around around
    )
    {
        if (
            union.DiscriminatorName is { } name
            && value is JObject node
            && (string?)(node[name] as JValue) is { } tag
            && union.Choices.FirstOrDefault(choice => choice.Tag == tag || choice.Tags.Contains(tag)) is { } chosen
        )
        {
            Validate(chosen.Schema, value, mode, place, depth + 1, problems, around);
            return;
        }

        List<SchemaProblem>? fewest = null;
        foreach (var choice in union.Choices)
        {
            var found = new List<SchemaProblem>();
            Validate(choice.Schema, value, mode, place, depth + 1, found, around);
            if (found.Count == 0)
            {
                return;
            }

            if (fewest is null || found.Count < fewest.Count)
            {
                fewest = found;
            }
        }

        problems.AddRange(fewest ?? []);
    }

    // An object of which nothing is said may hold anything; what a choice does not know, one of its forms may.
    private static bool IsUndeclared(EffectiveSchema schema, string name, Around around) =>
        schema.Properties.Count > 0
        && !around.Open(schema).Any()
        && !around.Known.Contains(name)
        && schema.Keyword("additionalProperties", value => value is JValue { Value: true }) is null;

    private static bool IsHidden(EffectiveSchema property, ValueDirection direction) =>
        (direction is ValueDirection.Request ? property.ReadOnlyPlace : property.WriteOnlyPlace) is not null;

    private static bool Is(JToken value, string type) =>
        type switch
        {
            "string" => value.Type is JTokenType.String or JTokenType.Date or JTokenType.Uri or JTokenType.Guid,
            "integer" => value.Type is JTokenType.Integer
                || (
                    value is JValue { Type: JTokenType.Float } number
                    && Convert.ToDouble(number.Value, CultureInfo.InvariantCulture) % 1 == 0
                ),
            "number" => value.Type is JTokenType.Integer or JTokenType.Float,
            "boolean" => value.Type is JTokenType.Boolean,
            "array" => value is JArray,
            "object" => value is JObject,
            _ => true,
        };

    private static string Name(JToken value) =>
        value.Type switch
        {
            JTokenType.Integer => "integer",
            JTokenType.Float => "number",
            JTokenType.Boolean => "boolean",
            JTokenType.Array => "array",
            JTokenType.Object => "object",
            _ => "string",
        };

    private static string Join(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";
}
