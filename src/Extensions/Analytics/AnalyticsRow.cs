using System.Collections.ObjectModel;
using System.Globalization;

namespace Pinterest.OpenApi;

/// <summary>
/// One row of figures of a report or of ads analytics. Its columns depend on the request. The accessors read a number
/// that was sent as text, and a text that was sent as a number. Each column in Pinterest's description is also a
/// property.
/// </summary>
public sealed partial class AnalyticsRow
{
    private const NumberStyles NumberForm = NumberStyles.Float;

    private readonly IReadOnlyDictionary<string, string?> _values;

    /// <summary>Makes a row.</summary>
    /// <param name="values">The values by the names of their columns. The names are not case-sensitive.</param>
    /// <exception cref="ArgumentException">A column occurs twice.</exception>
    public AnalyticsRow(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = new ReadOnlyDictionary<string, string?>(
            new Dictionary<string, string?>(values, StringComparer.OrdinalIgnoreCase)
        );
    }

    internal AnalyticsRow(Dictionary<string, string?> values, string? group)
    {
        _values = new ReadOnlyDictionary<string, string?>(values);
        Group = group;
    }

    /// <summary>Gets the values as received, by the names of their columns. The names are not case-sensitive.</summary>
    public IReadOnlyDictionary<string, string?> Values => _values;

    /// <summary>
    /// Gets the name under which a JSON report lists the row, for example the id of a campaign. It is null where the
    /// rows are not grouped.
    /// </summary>
    public string? Group { get; }

    /// <summary>Gets the day of the row (the column DATE), or null when it has none.</summary>
    public DateOnly? Date => DateOf("DATE");

    /// <summary>Gets a value as text.</summary>
    /// <param name="column">The column, for example CAMPAIGN_NAME.</param>
    /// <returns>The text, or null when the row has no such column or no value in it.</returns>
    public string? Text(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return _values.GetValueOrDefault(column);
    }

    /// <inheritdoc cref="Text(string)"/>
    public string? Text(IOpenEnum column) => Text(NameOf(column));

    /// <summary>Gets a figure that may have decimal places, such as SPEND_IN_DOLLAR or CTR.</summary>
    /// <param name="column">The column.</param>
    /// <returns>The figure. It is null when the row has no such column, no value in it, or a value that is not a
    /// number. <see cref="Text(string)"/> returns that value.</returns>
    public decimal? Decimal(string column) =>
        decimal.TryParse(Text(column), NumberForm, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <inheritdoc cref="Decimal(string)"/>
    public decimal? Decimal(IOpenEnum column) => Decimal(NameOf(column));

    /// <summary>
    /// Gets a count, such as IMPRESSION_1, or an amount in micro-currency, such as SPEND_IN_MICRO_DOLLAR. A value
    /// such as 12.0 or 1E3 is a whole number too.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <returns>The figure. It is null when the row has no such column, or no whole number of 64 bits in it.
    /// <see cref="Text(string)"/> returns the value as text.</returns>
    public long? Long(string column)
    {
        var text = Text(column);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        return Decimal(column) is { } number && decimal.Truncate(number) == number && IsLong(number)
            ? (long)number
            : null;
    }

    /// <inheritdoc cref="Long(string)"/>
    public long? Long(IOpenEnum column) => Long(NameOf(column));

    /// <summary>Gets a day.</summary>
    /// <param name="column">The column.</param>
    /// <returns>The day, or null when the row has no such column or no date in it.</returns>
    public DateOnly? DateOf(string column) => ParseDay(Text(column));

    /// <summary>Names the row by its group and day, without its figures.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Group} {Date:yyyy-MM-dd} ({_values.Count} columns)").TrimStart();

    // Example: "2026-01-31", and "2026-01-31T00:00:00", of which the day counts.
    internal static DateOnly? ParseDay(string? text)
    {
        const int Length = 10;
        return
            text is { Length: >= Length }
            && DateOnly.TryParseExact(
                text.AsSpan(0, Length),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            ? day
            : null;
    }

    private static bool IsLong(decimal number) => number is >= long.MinValue and <= long.MaxValue;

    private static string NameOf(IOpenEnum column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Value;
    }
}
