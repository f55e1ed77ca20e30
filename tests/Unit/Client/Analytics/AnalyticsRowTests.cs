using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Unit.Client.Analytics;

/// <summary>Figures are read by the names of their columns, whether they came as numbers or as text.</summary>
public sealed class AnalyticsRowTests
{
    [Theory]
    [InlineData("12", "12", 12L)]
    [InlineData("12.0", "12.0", 12L)]
    [InlineData("1E3", "1000", 1000L)]
    [InlineData("-0.5", "-0.5", null)]
    [InlineData("9223372036854775807", "9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", "9223372036854775808", null)]
    [InlineData("0.1234567890123456789", "0.1234567890123456789", null)]
    [InlineData("1e99", null, null)]
    [InlineData("n/a", null, null)]
    [InlineData("", null, null)]
    [InlineData("NaN", null, null)]
    [InlineData(null, null, null)]
    public void A_figure_is_a_decimal_and_a_whole_one_is_a_long_too(string? text, string? number, long? whole)
    {
        var row = new AnalyticsRow([new("FIGURE", text)]);

        Assert.Equal(number, row.Decimal("FIGURE")?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(whole, row.Long("FIGURE"));
        Assert.Equal(text, row.Text("FIGURE"));
    }

    [Fact]
    public void A_column_can_be_named_by_its_enum_and_in_any_case()
    {
        var row = new AnalyticsRow([new("SPEND_IN_MICRO_DOLLAR", "5"), new("DATE", "2026-01-31")]);
        var column = new Column("SPEND_IN_MICRO_DOLLAR");

        Assert.Equal(5, row.Long(column));
        Assert.Equal(5m, row.Decimal(column));
        Assert.Equal("5", row.Text(column));
        Assert.Equal(5, row.Long("spend_in_micro_dollar"));
        Assert.Null(row.Long("CTR"));
        Assert.Equal(new DateOnly(2026, 1, 31), row.Date);
    }

    [Theory]
    [InlineData("2026-01-31T00:00:00", true)]
    [InlineData("31.01.2026", false)]
    [InlineData("2026-02-30", false)]
    [InlineData(null, false)]
    public void A_day_is_read_where_there_is_one(string? text, bool isDay)
    {
        Assert.Equal(isDay, new AnalyticsRow([new("DATE", text)]).Date is not null);
    }

    [Fact]
    public void Every_model_whose_columns_depend_on_the_request_becomes_a_row()
    {
        const string Json = """{"AD_ACCOUNT_ID":"549","DATE":"2026-01-31","CTR":0.125,"IMPRESSION_1":"7","X":null}""";

        foreach (var model in Models())
        {
            var convert = typeof(AnalyticsRowExtensions).GetMethod("ToAnalyticsRow")!.MakeGenericMethod(model);
            var row = (AnalyticsRow)convert.Invoke(null, [JToken.Parse(Json).ToObject(model)])!;

            Assert.Equal(0.125m, row.Decimal("CTR"));
            Assert.Equal(7, row.Long("IMPRESSION_1"));
            Assert.Equal("549", row.Text("AD_ACCOUNT_ID"));
            Assert.Equal(new DateOnly(2026, 1, 31), row.Date);
            Assert.Null(row.Text("X"));
        }
    }

    // The rows of the analytics operations: they have a property for DATE, and the figures are additional.
    private static List<Type> Models()
    {
        List<Type> models =
        [
            .. typeof(PinterestModel)
                .Assembly.GetExportedTypes()
                .Where(type =>
                    type.IsSubclassOf(typeof(PinterestModel))
                    && type.GetProperty("Date")?.GetCustomAttributes(false).Any(IsDateColumn) is true
                ),
        ];
        Assert.InRange(models.Count, 6, 20);
        return models;
    }

    private sealed record Column(string Value) : IOpenEnum;

    private static bool IsDateColumn(object attribute) =>
        attribute is Newtonsoft.Json.JsonPropertyAttribute { PropertyName: "DATE" };
}
