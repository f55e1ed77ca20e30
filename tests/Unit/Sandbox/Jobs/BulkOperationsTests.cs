using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Jobs;

/// <summary>Bulk requests and exports run for a while, and then have a file.</summary>
public sealed class BulkOperationsTests : IAsyncLifetime
{
    private const string Account = "/ad_accounts/549755885175";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero));
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() =>
        _calls = await SandboxCalls.StartAsync(
            new SandboxOptions { TimeProvider = _clock, JobProcessingTime = TimeSpan.FromSeconds(30) }
        );

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task A_download_has_the_entities_that_were_asked_for()
    {
        var file = await BulkAsync(
            "download",
            "{'entity_types':['CAMPAIGN','AD'],'entity_ids':['7','8'],'output_format':'JSON'}"
        );

        Assert.Equal(
            ["CAMPAIGN 7", "CAMPAIGN 8", "AD 7", "AD 8"],
            JArray.Parse(file).Select(row => $"{row["entity_type"]} {row["id"]}")
        );
    }

    [Fact]
    public async Task A_download_is_CSV_when_it_is_asked_for()
    {
        var lines = (await BulkAsync("download", "{'entity_types':['AD'],'output_format':'CSV'}"))
            .TrimEnd()
            .Split("\r\n");
        Assert.Equal("entity_type,id,ad_account_id,name,status", lines[0]);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public async Task An_upsert_has_an_outcome_for_each_entity()
    {
        var file = await BulkAsync(
            "upsert",
            """
            {'create':{'campaigns':[{'ad_account_id':'549755885175','name':'a','objective_type':'AWARENESS'}]},
             'update':{'campaigns':[{'ad_account_id':'549755885175','id':'7'},{'ad_account_id':'549755885175','id':'8'}]}}
            """
        );
        Assert.Equal(
            ["CREATE 0", "UPDATE 0", "UPDATE 1"],
            JArray.Parse(file).Select(row => $"{row["action"]} {row["index"]}")
        );
    }

    [Fact]
    public async Task An_export_of_leads_has_days_of_its_range()
    {
        var made = await _calls.PostAsync(
            Account + "/leads_export",
            new
            {
                ad_id = "7",
                start_date = "2026-10-01",
                end_date = "2026-10-03",
            }
        );
        var path = $"{Account}/leads_export/{made.Json["leads_export_id"]}";
        Assert.Equal("IN_PROGRESS", (string?)(await _calls.GetAsync(path)).Json["export_status"]);
        _clock.Advance(TimeSpan.FromSeconds(30));
        var done = (await _calls.GetAsync(path)).Json;

        Assert.Equal("FINISHED", (string?)done["export_status"]);
        var lines = (await FileAsync((string)done["download_url"]!)).TrimEnd().Split("\r\n");
        Assert.Equal(4, lines.Length);
        Assert.Contains(",7,2026-10-03,", lines[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/bulk/1")]
    [InlineData("/leads_export/1")]
    public async Task An_id_that_nobody_gave_is_not_found(string path) =>
        Assert.Equal(404, (await _calls.GetAsync(Account + path)).Status);

    [Fact]
    public async Task A_failure_is_had_on_demand()
    {
        var made = await _calls.PostAsync(Account + "/bulk/download", "{}", headers: ("x-sandbox-fault", "failed-job"));
        _clock.Advance(TimeSpan.FromSeconds(30));
        var failed = (await _calls.GetAsync($"{Account}/bulk/{made.Json["request_id"]}")).Json;
        Assert.Equal(("FAILED", null), ((string?)failed["status"], (string?)failed["result_url"]));
    }

    [Fact]
    public async Task A_provider_state_makes_a_finished_job()
    {
        await _calls.PostAsync(
            "/_pact/provider-states",
            "{\"state\":\"a bulk request exists\",\"params\":{\"bulk_request_id\":\"77\"}}"
        );
        Assert.Equal("SUCCEEDED", (string?)(await _calls.GetAsync(Account + "/bulk/77")).Json["status"]);
    }

    private async Task<string> BulkAsync(string what, string body)
    {
        var made = await _calls.PostAsync($"{Account}/bulk/{what}", JObject.Parse(body));
        var path = $"{Account}/bulk/{made.Json["request_id"]}";
        var early = (await _calls.GetAsync(path)).Json;
        Assert.Equal(("RUNNING", null), ((string?)early["status"], (string?)early["result_url"]));
        _clock.Advance(TimeSpan.FromSeconds(30));
        var done = (await _calls.GetAsync(path)).Json;
        Assert.Equal("SUCCEEDED", (string?)done["status"]);
        return await FileAsync((string)done["result_url"]!);
    }

    private async Task<string> FileAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return (await _calls.ReadAsync(request)).Text;
    }
}
