using System.Net;
using Microsoft.Extensions.Options;
using Pinterest.OpenApi.Sandbox;
using Samples.Tests.Support;

namespace Samples.Tests;

public sealed class PinsApiTests
{
    [Fact]
    public async Task A_model_is_returned_as_JSON_and_an_absent_one_is_404()
    {
        await using var stage = await Stage.StartAsync(new SandboxContent { Boards = 2, PinsPerBoard = 1 });
        var id = await stage.BoardAsync("Kitchens");
        await using var app = PinsApi.Create([
            $"--Pinterest:BaseAddress={stage.Options.BaseAddress}",
            $"--Pinterest:AccessToken={stage.Options.AccessToken}",
            "--Pinterest:AccessTier=Unlimited",
            "--urls=http://127.0.0.1:0",
        ]);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using var board = await http.GetAsync($"/boards/{id}");
        using var absent = await http.GetAsync("/boards/1");

        Assert.Equal("application/json", board.Content.Headers.ContentType!.MediaType);
        var json = await board.Content.ReadAsStringAsync();
        Assert.Contains("\"name\":\"Kitchens\"", json, StringComparison.Ordinal);
        Assert.Contains("Kitchens", await http.GetStringAsync("/boards"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
    }

    [Fact]
    public async Task A_wrong_key_of_the_configuration_stops_the_start_and_is_named()
    {
        await using var app = PinsApi.Create(["--Pinterest:AttemptTimeout=30", "--urls=http://127.0.0.1:0"]);

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains("Pinterest:AttemptTimeout is not a time such as", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_serves_until_it_is_stopped()
    {
        await using var stage = await Stage.StartAsync(new SandboxContent { Boards = 1, PinsPerBoard = 1 });
        using var output = new WatchedWriter();
        using var stop = new CancellationTokenSource();

        var sample = PinsApi.RunAsync(stage.Options, output, "http://127.0.0.1:0", stop.Token);
        await output.LineAsync("lists the boards. Ctrl+C stops.", sample);
        await stop.CancelAsync();

        Assert.Equal(0, await sample.WaitAsync(Stage.Limit));
    }
}
