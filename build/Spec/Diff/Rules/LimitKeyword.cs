using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>A keyword that limits the values of one type from above or from below.</summary>
/// <param name="Name">For example maxLength.</param>
/// <param name="Type">The type of JSON whose values it limits; it has no effect on others.</param>
/// <param name="IsUpper">Whether a smaller limit allows less.</param>
internal sealed record LimitKeyword(string Name, string Type, bool IsUpper)
{
    /// <summary>
    /// Gets the keyword that excludes the limit itself, for example exclusiveMaximum; null when there is none.
    /// </summary>
    public string? Exclusive { get; init; }

    /// <summary>
    /// Gets the limit that limits nothing, for example minItems: 0; null when every limit has an effect.
    /// </summary>
    public decimal? WithoutEffect { get; init; }

    /// <summary>Gives the limit of a schema; null when nothing is limited.</summary>
    public SchemaLimit? Of(EffectiveSchema schema)
    {
        var limit = Written(schema);
        return limit is null || Excludes(schema, limit) ? limit : null;
    }

    /// <summary>
    /// Gives the limit that a schema writes down, though it may exclude no value; null when there is none, or when it
    /// limits nothing in any schema.
    /// </summary>
    public SchemaLimit? Written(EffectiveSchema schema)
    {
        var limit = WithoutExclusion(schema, schema.Limit(Name, IsUpper, Exclusive));
        return limit is not null && limit.Number <= WithoutEffect ? null : limit;
    }

    /// <summary>Tells whether a limit allows less than another.</summary>
    public bool IsTighter(SchemaLimit? limit, SchemaLimit? other) =>
        limit is not null && (other is null || limit.IsStricterThan(other, IsUpper));

    /// <summary>Tells whether a limit excludes one of some listed values, written as JSON.</summary>
    public bool ExcludesAny(IEnumerable<string> values, SchemaLimit limit) =>
        values.Any(value => Measure(value) is not { } measure || IsBeyond(measure, limit));

    // A limit that every listed value keeps, and one beyond the format, excludes nothing. Examples: {enum: [user,
    // robot], maxLength: 50}; {format: int32, maximum: 2147483647}.
    private bool Excludes(EffectiveSchema schema, SchemaLimit limit)
    {
        if (schema.Enum is { Count: > 0 } values)
        {
            return ExcludesAny(values, limit);
        }

        return Type != "number"
            || schema.Types is not { Count: 1 }
            || ValueFormats.RangeOf((string?)(schema.Keyword("format") as JValue)) is not { } range
            || IsBeyond(IsUpper ? range.Most : range.Least, limit);
    }

    private bool IsBeyond(decimal measure, SchemaLimit limit)
    {
        if (measure == limit.Number)
        {
            return limit.IsExclusive;
        }

        return IsUpper ? measure > limit.Number : measure < limit.Number;
    }

    // What is limited of a listed value, written as JSON; null where it is of another type.
    private decimal? Measure(string value)
    {
        switch (Type)
        {
            case "string" when value.StartsWith('"'):
                return JsonConvert.DeserializeObject<string>(value)!.EnumerateRunes().Count();
            case "number"
                when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return number;
            default:
                return null;
        }
    }

    // For whole numbers "more than 0" is "at least 1": exclusiveMinimum: 0 of an integer becomes minimum: 1.
    private SchemaLimit? WithoutExclusion(EffectiveSchema schema, SchemaLimit? limit) =>
        limit is { IsExclusive: true }
        && schema.Types is { Count: 1 } types
        && types.Contains("integer")
        && limit.Number.IsInteger
            ? limit with
            {
                Number = limit.Number.Plus(IsUpper ? -1 : 1),
                IsExclusive = false,
            }
            : limit;
}
