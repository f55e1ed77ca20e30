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
        var limit = WithoutExclusion(schema, schema.Limit(Name, IsUpper, Exclusive));
        return limit is not null && limit.Number <= WithoutEffect ? null : limit;
    }

    /// <summary>Tells whether a limit allows less than another.</summary>
    public bool IsTighter(SchemaLimit? limit, SchemaLimit? other) =>
        limit is not null && (other is null || limit.IsStricterThan(other, IsUpper));

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
