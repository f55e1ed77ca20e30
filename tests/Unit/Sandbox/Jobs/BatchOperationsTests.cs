using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Jobs;

/// <summary>A batch processes its items for a while, and then each has an outcome.</summary>
public sealed class BatchOperationsTests : IAsyncLifetime
{
    private const string Items =
        "{'catalog_type':'RETAIL','country':'US','language':'EN','items':["
        + "{'operation':'DELETE','item_id':'one'},{'operation':'DELETE','item_id':'two'}]}";
    private const string Inventory =
        "{'operations':[{'operation':'CREATE','item_id':'one','store_code':'s1',"
        + "'attributes':{'availability':'in stock','price':'1.00 USD'}}]}";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero));
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() =>
        _calls = await SandboxCalls.StartAsync(
            new SandboxOptions { TimeProvider = _clock, JobProcessingTime = TimeSpan.FromSeconds(30) }
        );

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Theory]
    [InlineData(null, "COMPLETED SUCCESS")]
    [InlineData("failed-job", "FAILED FAILURE")]
    public async Task Items_are_processed_and_then_have_an_outcome(string? fault, string expected)
    {
        (string, string)[] headers = fault is null ? [] : [("x-sandbox-fault", fault)];
        var made = (await _calls.PostAsync("/catalogs/items/batch", JObject.Parse(Items), headers: headers)).Json;
        Assert.Equal("PROCESSING PROCESSING", Outcome(made, "items"));
        Assert.Equal(["one", "two"], made["items"]!.Select(item => (string?)item["item_id"]));
        _clock.Advance(TimeSpan.FromSeconds(30));

        var done = (await _calls.GetAsync($"/catalogs/items/batch/{made["batch_id"]}")).Json;

        Assert.Equal(expected, Outcome(done, "items"));
        Assert.Equal(fault is null ? 0 : 1, done["items"]![0]!["errors"]!.Count());
    }

    [Fact]
    public async Task Inventory_of_a_store_is_a_batch_of_its_catalog()
    {
        var made = (await _calls.PostAsync("/catalogs/7/local_inventory_items/batch", JObject.Parse(Inventory))).Json;
        Assert.Equal("PROCESSING PROCESSING", Outcome(made, "operation_results"));
        _clock.Advance(TimeSpan.FromSeconds(30));

        var done = (await _calls.GetAsync($"/catalogs/7/supplemental_items/batch/{made["batch_id"]}")).Json;

        Assert.Equal("COMPLETED SUCCESS", Outcome(done, "operation_results"));
        Assert.Equal("s1", (string?)done["operation_results"]![0]!["store_code"]);
        Assert.Equal(404, (await _calls.GetAsync($"/catalogs/8/supplemental_items/batch/{made["batch_id"]}")).Status);
    }

    [Fact]
    public async Task A_batch_that_nobody_sent_is_not_found() =>
        Assert.Equal(404, (await _calls.GetAsync("/catalogs/items/batch/1")).Status);

    private static string Outcome(JObject batch, string list) => $"{batch["status"]} {batch[list]![0]!["status"]}";
}
