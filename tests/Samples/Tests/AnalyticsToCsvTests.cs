using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Sandbox;
using Samples.Tests.Support;

namespace Samples.Tests;

public sealed class AnalyticsToCsvTests
{
    private const string Odd = "Oak, \"solid\",\r\nand wide";
    private const int Days = 30;
    private const int Pins = 121;

    [Fact]
    public async Task The_file_has_a_row_for_each_day_of_the_account_and_of_each_Pin()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 31, 9, 0, 0, TimeSpan.Zero));
        await using var stage = await Stage.StartAsync(new SandboxContent { Boards = 2, PinsPerBoard = 60 }, clock);
        await stage.PinAsync(await stage.BoardAsync(), Odd);
        using var output = new WatchedWriter();
        var file = Path.Combine(stage.Folder, "figures.csv");

        Assert.Equal(0, await AnalyticsToCsv.RunAsync(stage.Options, output, file, default));

        var rows = Csv.Read(await File.ReadAllTextAsync(file));
        Assert.Equal(
            ["date", "kind", "id", "title", "IMPRESSION", "SAVE", "PIN_CLICK", "OUTBOUND_CLICK", "status"],
            rows[0]
        );
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        rows.RemoveAt(0);
        Assert.Equal((Days * (1 + Pins), Days), (rows.Count, rows.Count(row => row[1] == "account")));
        Assert.Equal(("2026-03-02", "2026-03-31"), (rows.Min(row => row[0]), rows.Max(row => row[0])));
        Assert.Equal(Days, rows.Count(row => row[3] == Odd));
        Assert.Equal(
            $"The figures of the account and of {Pins} Pins from 2026-03-02 to 2026-03-31 are in {file}.",
            output.ToString().TrimEnd()
        );

        // An account of the sandbox is the sum of its Pins, and 121 of them take two calls.
        Assert.Equal(Impressions("account"), Impressions("pin"));
        Assert.True(Impressions("account") > 0);
        Assert.Equal(2, stage.Sandbox.Requests.Count(request => request.OperationId == "multi_pins/analytics"));

        double Impressions(string kind) =>
            rows.Where(row => row[1] == kind).Sum(row => double.Parse(row[4], CultureInfo.InvariantCulture));
    }
}
