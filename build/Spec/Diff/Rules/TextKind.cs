using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>A kind of texts: one text, the texts of a JSON type, or lists of texts.</summary>
internal sealed record TextKind
{
    // What callers write for a whole number: no zeros in front.
    private const string WholeNumber = "(0|-?[1-9][0-9]*)";
    private const string WholeNumberFromZero = "(0|[1-9][0-9]*)";
    private const string WholeNumberFromOne = "[1-9][0-9]*";
    private const string AnyNumber = "-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?";

    // Formats of numbers, which a text of digits has already.
    private static readonly string[] NumberFormats = ["int32", "int64", "float", "double", "decimal", "password"];
    private static readonly string[] TextKeywords = ["pattern", "format", "minLength", "maxLength"];

    private TextKind() { }

    /// <summary>Gets the only text; null when there are many.</summary>
    public string? Literal { get; private init; }

    private string Type { get; init; } = "string";

    private EffectiveSchema? Schema { get; init; }

    private TextValues? Items { get; init; }

    /// <summary>Gets the JSON type; integers and numbers are one type.</summary>
    public string Signature =>
        Type switch
        {
            "integer" => "number",
            "string" when Schema is { Types: null } => "any",
            _ => ToSignature(),
        };

    /// <summary>Makes the kind of one value. Example: "a" and 1, written as JSON.</summary>
    public static TextKind OfValue(string json)
    {
        if (json.StartsWith('"'))
        {
            return new() { Literal = (string?)JToken.Parse(json) };
        }

        return new() { Literal = json, Type = json is "true" or "false" ? "boolean" : "number" };
    }

    /// <summary>Makes the kind of a type: string, integer or number.</summary>
    public static TextKind Of(string type, EffectiveSchema schema) => new() { Type = type, Schema = schema };

    /// <summary>Makes the kind of a list; null items may be anything.</summary>
    public static TextKind OfList(EffectiveSchema schema, TextValues? items) =>
        new()
        {
            Type = "array",
            Schema = schema,
            Items = items,
        };

    /// <summary>Tells whether these texts are known to hold all texts of another kind.</summary>
    public bool Covers(TextKind other)
    {
        if (Type == "array")
        {
            return CoversInList(other);
        }

        if (Literal is not null || other.Type == "array")
        {
            return Literal is not null && Literal == other.Literal;
        }

        return Type == "string" ? CoversAsText(other) : CoversAsNumber(other);
    }

    /// <inheritdoc/>
    public override string ToString() => Items is null ? Type : $"{Type} of {Items}";

    private string ToSignature() => Items is null ? Type : $"array({Items.Signature})";

    // One value is written as a list of one is.
    private bool CoversInList(TextKind other)
    {
        var (least, most) = CountOf(this);
        var (otherLeast, otherMost) = other.Type == "array" ? CountOf(other) : (1, 1);
        if (least > otherLeast || most < otherMost)
        {
            return false;
        }

        if (other.Type != "array")
        {
            return Items is null || Items.Covers(other);
        }

        return !(IsUnique(this) && !IsUnique(other))
            && (Items is null || (other.Items is not null && Items.Covers(other.Items)));
    }

    private bool CoversAsText(TextKind other)
    {
        if (other.Type == "string" && other.Literal is null)
        {
            return Array.TrueForAll(TextKeywords, keyword => IsFreeOf(keyword) || IsSame(keyword, other));
        }

        var texts = other.Literal is { } literal ? EscapedPattern(literal) : other.NumberPattern();
        var longest = other.Literal?.Length ?? other.LongestNumber();
        var shortest = other.Literal?.Length ?? 1;
        return Schema!.Keywords("pattern").All(pattern => Includes(pattern, texts))
            && Schema.Keywords("format").All(format => NumberFormats.Contains(format.ToString()))
            && (Schema.Limit("maxLength", isUpper: true) is not { } most || longest <= most.Number)
            && (Schema.Limit("minLength", isUpper: false) is not { } least || shortest >= least.Number);
    }

    private bool CoversAsNumber(TextKind other)
    {
        if (other.Literal is { } literal)
        {
            return IsFree() && IsNumber(literal, isWhole: Type == "integer");
        }

        if (other.Type == "string")
        {
            var texts = Type == "integer" ? "-?[0-9]+" : AnyNumber;
            return IsFree() && other.Schema!.Keywords("pattern").Any(pattern => Includes($"^{texts}$", pattern));
        }

        return (Type == "number" || other.Type == "integer") && (IsFree() || HasLimitsOf(other));
    }

    private bool IsFree() =>
        Schema!.Limit("minimum", isUpper: false, "exclusiveMinimum") is null
        && Schema.Limit("maximum", isUpper: true, "exclusiveMaximum") is null
        && Schema.Keyword("multipleOf") is null;

    private bool HasLimitsOf(TextKind other) =>
        Array.TrueForAll(
            ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
            keyword => IsFreeOf(keyword) || IsSame(keyword, other)
        );

    private bool IsFreeOf(string keyword) => Schema!.Keyword(keyword) is null;

    private bool IsSame(string keyword, TextKind other) =>
        Schema!.Keyword(keyword) is { } value
        && other.Schema!.Keyword(keyword) is { } otherValue
        && CanonicalValue.Text(value) == CanonicalValue.Text(otherValue);

    private string NumberPattern()
    {
        if (Type == "number")
        {
            return $"^{AnyNumber}$";
        }

        var least = Schema!.Limit("minimum", isUpper: false, "exclusiveMinimum");
        var texts = least switch
        {
            { } limit when limit.Number >= 1 || (limit.IsExclusive && limit.Number >= 0) => WholeNumberFromOne,
            { } limit when limit.Number >= 0 => WholeNumberFromZero,
            _ => WholeNumber,
        };
        var longest = LongestNumber();
        return longest is null || texts == WholeNumber
            ? $"^{texts}$"
            : $"^{texts.Replace("*", $"{{0,{longest - 1}}}", StringComparison.Ordinal)}$";
    }

    // The most digits of a whole number, from its limits; null when there are none.
    private int? LongestNumber()
    {
        if (
            Type != "integer"
            || Schema!.Limit("minimum", isUpper: false, "exclusiveMinimum") is not { } least
            || Schema.Limit("maximum", isUpper: true, "exclusiveMaximum") is not { } most
        )
        {
            return null;
        }

        return least.Number.AsDecimal is { } first && most.Number.AsDecimal is { } last
            ? Math.Max(Length(first), Length(last))
            : null;
    }

    private static int Length(decimal number) => decimal.Truncate(number).ToString(CultureInfo.InvariantCulture).Length;

    private static (ExactNumber Least, ExactNumber Most) CountOf(TextKind list) =>
        (
            list.Schema!.Limit("minItems", isUpper: false)?.Number ?? 0,
            list.Schema.Limit("maxItems", isUpper: true)?.Number ?? decimal.MaxValue
        );

    private static bool IsUnique(TextKind list) => list.Schema!.Keyword("uniqueItems", JsonAccess.IsTrue) is not null;

    private static bool Includes(JToken pattern, string texts) =>
        pattern is JValue { Value: string text } && Includes(text, texts);

    private static bool Includes(string pattern, JToken texts) =>
        texts is JValue { Value: string text } && Includes(pattern, text);

    private static bool Includes(string pattern, string texts) =>
        PatternInclusion.Compare(texts, pattern) is PatternChange.Same or PatternChange.Wider;

    private static string EscapedPattern(string text) => $"^{Regex.Escape(text)}$";

    private static bool IsNumber(string text, bool isWhole) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && (!isWhole || decimal.IsInteger(number));
}
