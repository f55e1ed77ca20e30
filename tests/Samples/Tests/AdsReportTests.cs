using Samples.Tests.Support;

namespace Samples.Tests;

public sealed class AdsReportTests
{
    [Fact]
    public async Task Each_campaign_has_its_sum_over_two_reports()
    {
        await using var stage = await Stage.StartAsync();
        using var output = new WatchedWriter();

        Assert.Equal(0, await AdsReport.RunAsync(stage.Options, output, "549755885175", ["1", "2"], default));

        var lines = output.ToString().TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Matches("^Campaign 1: [0-9]+\\.[0-9]{2} dollars in 365 days\\.", lines[0]);
        Assert.Matches("^Campaign 2: [0-9]+\\.[0-9]{2} dollars in 365 days\\.", lines[1]);
        Assert.Equal(2, stage.Sandbox.Requests.Count(request => request.OperationId == "analytics/create_report"));
    }
}
