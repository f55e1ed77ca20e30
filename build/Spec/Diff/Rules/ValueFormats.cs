using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>Knows which formats limit values, and where a format has no effect.</summary>
internal static class ValueFormats
{
    // What the registry of OpenAPI and JSON Schema define as a limit.
    private static readonly HashSet<string> Limiting = new(
        [
            .. new[] { "date", "date-time", "time", "duration", "http-date", "email", "idn-email" },
            .. new[] { "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "uri-template", "iri" },
            .. new[] { "iri-reference", "uuid", "regex", "json-pointer", "relative-json-pointer", "media-range" },
            .. new[] { "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "double-int" },
            .. new[] { "float", "double", "decimal", "decimal128", "byte", "binary", "base64url", "char" },
        ],
        StringComparer.Ordinal
    );

    // They tell a user interface what to do with a text, and exclude none.
    private static readonly HashSet<string> Hints = new(["password", "commonmark", "html"], StringComparer.Ordinal);

    // Every value of the narrow format is a value of the wide one.
    private static readonly (string Narrow, string Wide)[] Widenings =
    [
        ("int8", "int16"),
        ("int8", "int32"),
        ("int16", "int32"),
        ("int32", "int64"),
        ("float", "double"),
        ("uri", "uri-reference"),
        ("uri", "iri"),
        ("hostname", "idn-hostname"),
        ("email", "idn-email"),
    ];

    private static readonly Dictionary<string, (decimal Least, decimal Most)> Ranges = new(StringComparer.Ordinal)
    {
        ["int8"] = (sbyte.MinValue, sbyte.MaxValue),
        ["int16"] = (short.MinValue, short.MaxValue),
        ["int32"] = (int.MinValue, int.MaxValue),
        ["int64"] = (long.MinValue, long.MaxValue),
        ["uint8"] = (0, byte.MaxValue),
        ["uint16"] = (0, ushort.MaxValue),
        ["uint32"] = (0, uint.MaxValue),
        ["uint64"] = (0, ulong.MaxValue),
    };

    /// <summary>
    /// Gives the format as a change names it. A number without a format is a double, an integer without one an int64.
    /// Example: {type: number} and {type: number, format: double} are the same.
    /// </summary>
    public static string? Said(EffectiveSchema schema, JToken? format) =>
        (string?)(format as JValue) switch
        {
            "double" when schema.Allows("number") => null,
            "int64" when schema.Allows("integer") => null,
            var text => text,
        };

    /// <summary>Gives the format that limits values; null when it is a hint, or when all allowed values have it.</summary>
    public static string? Effective(EffectiveSchema schema, string? said)
    {
        if (said is null || Hints.Contains(said))
        {
            return null;
        }

        return AllListedHave(schema, said) || IsWithin(schema, said) ? null : said;
    }

    /// <summary>Gives a format that a specification defines, and null for any other.</summary>
    public static string? Known(string? format) => format is not null && Limiting.Contains(format) ? format : null;

    /// <summary>Tells whether all values of one format are values of another; null is no format.</summary>
    public static bool Covers(string? wide, string? narrow) =>
        wide is null || wide == narrow || Widenings.Contains((narrow ?? "", wide));

    /// <summary>Gives the numbers of a format of integers, or null.</summary>
    public static (decimal Least, decimal Most)? RangeOf(string? format) =>
        format is not null && Ranges.TryGetValue(format, out var range) ? range : null;

    /// <summary>
    /// Tells whether two formats of texts have no value in common, as far as that can be told. Example: date and uuid.
    /// </summary>
    public static bool ExcludeEachOther(string? one, string? other) =>
        (one, other)
            is
                ("date", "date-time" or "uuid" or "ipv4" or "email")
                or
                ("date-time", "date" or "uuid" or "ipv4" or "email")
                or
                ("uuid", "date" or "date-time" or "ipv4" or "email")
                or
                ("email", "date" or "date-time" or "uuid" or "ipv4")
                or
                ("ipv4", "date" or "date-time" or "uuid" or "email" or "ipv6")
                or
                ("ipv6", "ipv4" or "uuid" or "email");

    // Example: {type: integer, enum: [1, 2]} gets format: int32.
    private static bool AllListedHave(EffectiveSchema schema, string format) =>
        schema.Enum is { Count: > 0 } values && values.All(value => Has(value, format));

    private static bool Has(string value, string format)
    {
        if (RangeOf(format) is { } range)
        {
            return decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && decimal.IsInteger(number)
                && number >= range.Least
                && number <= range.Most;
        }

        var text = value.Trim('"');
        return format switch
        {
            "date" => DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            ),
            "date-time" => text.Contains('T', StringComparison.OrdinalIgnoreCase)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "ipv4" or "ipv6" => IPAddress.TryParse(text, out _),
            "email" => text.Contains('@', StringComparison.Ordinal),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),

            // The author lists the values, so they are what the author means by the format.
            _ => true,
        };
    }

    // Example: {type: integer, minimum: 0, maximum: 100} gets format: int32.
    private static bool IsWithin(EffectiveSchema schema, string format) =>
        RangeOf(format) is { } range
        && schema.Types is { Count: 1 }
        && schema.Allows("integer")
        && schema.Limit("minimum", isUpper: false, "exclusiveMinimum") is { } least
        && schema.Limit("maximum", isUpper: true, "exclusiveMaximum") is { } most
        && least.Number >= range.Least
        && most.Number <= range.Most;
}
