using System.Text;

namespace Pinterest.OpenApi.Unit.Client.Reports;

/// <summary>CSV as RFC 4180 describes it.</summary>
public sealed class CsvReaderTests
{
    private const int Seed = 4180;

    [Theory]
    [InlineData("a,b\r\n1,2\r\n", "a|b", "1|2")]
    [InlineData("a,b\n1,2", "a|b", "1|2")]
    [InlineData("a,b\r1,2\r", "a|b", "1|2")]
    [InlineData("a,b\r\n\r\n\n1,2", "a|b", "1|2")]
    [InlineData("\"a,b\",\"c\"\"d\"", "a,b|c\"d")]
    [InlineData("\"a\r\nb\",c", "a\r\nb|c")]
    [InlineData("a\"b,c", "a\"b|c")]
    [InlineData(",\n\"\",", "|", "|")]
    [InlineData("", new string[0])]
    public async Task A_text_has_these_rows(string text, params string[] rows)
    {
        Assert.Equal(rows, (await ReadAsync(text)).Select(row => string.Join('|', row)));
    }

    [Fact]
    public async Task What_was_written_as_CSV_is_read_as_it_was()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 300; i++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Values(random)).ToList();
            var end = random.GetItems(["\r\n", "\n", "\r"], 1)[0];
            var text = string.Join(
                end,
                rows.Select(row => string.Join(',', row.Select(value => Quote(random, value))))
            );

            Assert.Equal(rows, await ReadAsync(text));
        }
    }

    [Fact]
    public async Task Rows_are_read_across_the_edges_of_the_buffer()
    {
        for (var length = 8180; length < 8200; length++)
        {
            var rows = await ReadAsync($"\"{new string('a', length)}\"\"\"\r\nb");

            Assert.Equal([new string('a', length) + "\"", "b"], rows.Select(row => Assert.Single(row)));
        }
    }

    private static List<string> Values(Random random) =>
        [
            // A row of one empty value would be a blank line.
            "x",
            .. Enumerable
                .Range(0, random.Next(4))
                .Select(_ => new string(random.GetItems("ab,\"\r\n é😀".AsSpan(), random.Next(12)))),
        ];

    private static string Quote(Random random, string value) =>
        value.AsSpan().ContainsAny(",\"\r\n") || random.Next(3) == 0
            ? new StringBuilder(value).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString()
            : value;

    private static async Task<List<List<string>>> ReadAsync(string text)
    {
        var csv = new CsvReader(new StringReader(text), maxRow: 100_000, maxValue: 100_000);
        var rows = new List<List<string>>();
        while (await csv.ReadAsync(CancellationToken.None) is { } row)
        {
            rows.Add(row);
        }

        return rows;
    }
}
