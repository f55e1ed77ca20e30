using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Generation.Emit;

/// <summary>A column that a row of figures can have, as a property of the class AnalyticsRow.</summary>
/// <param name="Name">The C# name, which is that of the enum's value.</param>
/// <param name="Value">The name on the wire.</param>
internal sealed record ReportColumn(string Name, string Value)
{
    // The rows of all of these are read into one class.
    private static readonly string[] Enums =
    [
        "ReportingColumnSync",
        "ReportingColumnAsync",
        "MMMReportingColumn",
        "ConversionProductReportingColumn",
    ];

    // What the hand-written part of the class declares.
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "AnalyticsRow",
        "Date",
        "DateOf",
        "Decimal",
        "Equals",
        "GetHashCode",
        "GetType",
        "Group",
        "Long",
        "MemberwiseClone",
        "ParseDay",
        "Text",
        "ToString",
        "Values",
    };

    // Names, ids and states. A product item has its price with the currency.
    private static readonly Regex TextForm = new(
        "(^|_)(IDS?|NAMES?|STATUS|TYPES?|LABELS?|URL|TAG|OPTIMIZATION|DESCRIPTION|LEVEL|FORMAT|SOURCE|DATE)$"
            + "|^PRODUCT_ITEM_|^CONVERSION_PRODUCT_|^CAMPAIGN$|^IS_",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    // Money that is not in micro-currency, rates, and averages.
    private static readonly Regex DecimalForm = new(
        "_IN_(US_)?DOLLAR|_IN_(LOCAL_CURRENCY|SECOND|USD)|COST_PER|_(VALUE|SPEND_CAP|LENGTH)$"
            + "|(^|_)(RATE|E?CTR|ROAS|AVG|AVERAGE|FREQUENCY|MULTIPLIER|PERCENT|RATIO)(_|$)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    /// <summary>Gets the C# type of the property: a text, a whole number or a decimal.</summary>
    public string Accessor
    {
        get
        {
            if (Value.Contains("MICRO_", StringComparison.Ordinal))
            {
                return "Long";
            }

            if (TextForm.IsMatch(Value))
            {
                return "Text";
            }

            return DecimalForm.IsMatch(Value) ? "Decimal" : "Long";
        }
    }

    /// <summary>Lists the columns of a description, each once.</summary>
    public static IReadOnlyList<ReportColumn> Of(NormalisedDescription normalised)
    {
        var schemas = (JObject)normalised.Root["components"]!["schemas"]!;
        var columns = new SortedDictionary<string, ReportColumn>(StringComparer.Ordinal);
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var component in Enums)
        {
            if (normalised.TypeOf(component) is { } type && schemas[type] is JObject schema)
            {
                Add(columns, values, schema);
            }
        }

        return [.. columns.Values];
    }

    private static void Add(SortedDictionary<string, ReportColumn> columns, HashSet<string> values, JObject schema)
    {
        var names = (schema[Keywords.ValueNames] as JArray ?? []).Select(name => (string)name!);
        foreach (var (name, value) in names.Zip((schema["enum"] as JArray ?? []).Select(value => (string)value!)))
        {
            if (!Taken.Contains(name) && values.Add(value))
            {
                columns.TryAdd(name, new ReportColumn(name, value));
            }
        }
    }
}
