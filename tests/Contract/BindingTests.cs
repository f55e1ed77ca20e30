using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PactNet;
using PactNet.Exceptions;
using PactNet.Matchers;
using PactNet.Verifier;
using Pinterest.OpenApi.PactCore;
using Xunit;

namespace Pinterest.OpenApi.Contract;

/// <summary>
/// The binding on the Pact core: what is recorded, what a broken contract says, and that nothing is never a pass.
/// </summary>
public sealed class BindingTests : IDisposable
{
    private readonly DirectoryInfo _pacts = Directory.CreateTempSubdirectory("pacts-");

    public void Dispose() => _pacts.Delete(recursive: true);

    [Fact]
    public async Task A_recorded_contract_is_kept()
    {
        await RecordAsync();

        await using var provider = await ProviderAsync(nextBoard: "549755885176");
        using var verifier = new PactVerifier("Pinterest");
        verifier
            .WithHttpEndpoint(new Uri(provider.Urls.First() + "/v5"))
            .WithDirectorySource(_pacts)
            .WithProviderStateUrl(new Uri(provider.Urls.First() + "/states"))
            .WithCustomHeader("Authorization", "Bearer works")
            .Verify();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_byte_order_mark_before_a_contract_changes_nothing(bool isFolder)
    {
        await RecordAsync();
        var file = _pacts.GetFiles("*.json").Single().FullName;
        await File.WriteAllTextAsync(file, await File.ReadAllTextAsync(file), Encoding.UTF8);
        await using var provider = await ProviderAsync(nextBoard: "549755885176");

        var result = PactVerification.Run(
            new VerificationRequest("Pinterest", new Uri(provider.Urls.First() + "/v5"))
            {
                Sources = [isFolder ? _pacts.FullName : file],
                ProviderStateUrl = new Uri(provider.Urls.First() + "/states"),
                Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer works" },
            }
        );

        Assert.True(result.Success, result.Output);
        Assert.Single(result.Interactions);
    }

    [Fact]
    public async Task A_broken_contract_says_where()
    {
        await RecordAsync();

        await using var provider = await ProviderAsync(nextBoard: "seven");
        var result = PactVerification.Run(
            new VerificationRequest("Pinterest", new Uri(provider.Urls.First() + "/v5")) { Sources = [_pacts.FullName] }
        );

        Assert.False(result.Success);
        var mismatch = Assert.Single(Assert.Single(result.Interactions).Mismatches);
        Assert.Equal(
            ("body $.items[0].id", "\"549755885175\"", "\"seven\""),
            (mismatch.Place, mismatch.Expected, mismatch.Actual)
        );
    }

    [Theory]
    [InlineData(404, "application/json", "{}", "status: ")]
    [InlineData(200, "text/plain", "no", "header Content-Type: ")]
    [InlineData(200, "application/json", "{\"items\":[],\"bookmark\":null}", "body $.items: ")]
    [InlineData(200, "application/json", "[]", "body $: ")]
    [InlineData(200, "application/json", "{", "body")]
    public async Task What_a_provider_answers_wrongly_is_named(int status, string type, string body, string expected)
    {
        await RecordAsync();
        await using var provider = WebApplication.CreateSlimBuilder().Build();
        provider.Urls.Add("http://127.0.0.1:0");
        provider.MapGet("/v5/boards", () => Results.Text(body, type, statusCode: status));
        await provider.StartAsync();

        var result = PactVerification.Run(
            new VerificationRequest("Pinterest", new Uri(provider.Urls.First() + "/v5")) { Sources = [_pacts.FullName] }
        );

        Assert.False(result.Success);
        var interaction = Assert.Single(result.Interactions);
        Assert.Contains(
            interaction.Mismatches.Select(mismatch => mismatch.ToString()).Append(interaction.Error ?? ""),
            text => text.StartsWith(expected, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_is_an_error_and_no_mismatch()
    {
        await RecordAsync();

        var unreachable = Assert.Single(
            PactVerification
                .Run(
                    new VerificationRequest("Pinterest", new Uri("http://127.0.0.1:9/v5"))
                    {
                        Sources = [_pacts.FullName],
                    }
                )
                .Interactions
        );
        Assert.False(unreachable.Success);
        Assert.NotNull(unreachable.Error);
        Assert.Empty(unreachable.Mismatches);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var taken = await ProviderAsync(nextBoard: "1");
        var port = new Uri(taken.Urls.First()).Port;

        var error = await Assert.ThrowsAsync<PactFailureException>(() =>
            Contract(port).VerifyAsync(_ => Task.CompletedTask)
        );

        Assert.Equal(
            $"The mock server did not start on 127.0.0.1, port {port}: the port cannot be opened. "
                + $"Leave the port out, and a free one is taken.",
            error.Message
        );
    }

    [Fact]
    public void An_empty_folder_is_no_success()
    {
        var result = PactVerification.Run(
            new VerificationRequest("Pinterest", new Uri("http://127.0.0.1:1/v5")) { Sources = [_pacts.FullName] }
        );

        Assert.False(result.Success);
        Assert.StartsWith("Nothing was verified.", Assert.Single(result.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_asks_for_something_else_is_told_so()
    {
        var contract = Contract();

        var failure = await Assert.ThrowsAsync<PactFailureException>(() =>
            contract.VerifyAsync(context => BoardsAsync(context.MockServerUri, pageSize: "many"))
        );

        Assert.Contains("GET /boards, query page_size", failure.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(failure.InnerException);
    }

    private Task RecordAsync() =>
        Contract()
            .VerifyAsync(async context =>
                Assert.Equal("549755885175", await BoardsAsync(context.MockServerUri, pageSize: "25"))
            );

    private IPactBuilderV4 Contract(int? port = null)
    {
        var contract = Pact.V4(
                "Pinterest.OpenApi",
                "Pinterest",
                new PactConfig { PactDir = _pacts.FullName, DefaultJsonSettings = new JsonSerializerOptions() }
            )
            .WithHttpInteractions(port);
        contract
            .UponReceiving("a request for the first page of boards")
            .Given("the user has boards", new Dictionary<string, string> { ["count"] = "1" })
            .WithRequest(HttpMethod.Get, "/boards")
            .WithQuery("page_size", Match.Regex("25", @"^\d+$"))
            .WithHeader("Authorization", Match.Regex("Bearer token", "^Bearer .+$"))
            .WillRespond()
            .WithStatus(HttpStatusCode.OK)
            .WithJsonBody(
                new
                {
                    items = Match.MinType(
                        new
                        {
                            id = Match.Regex("549755885175", @"^\d+$"),
                            created_at = MatchDate.DateTime("2026-01-02T03:04:05"),
                        },
                        1
                    ),
                    bookmark = (string?)null,
                }
            );
        return contract;
    }

    private static async Task<string> BoardsAsync(Uri server, string pageSize)
    {
        using var http = new HttpClient { BaseAddress = server };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        using var page = JsonDocument.Parse(
            await http.GetStringAsync(new Uri($"boards?page_size={pageSize}", UriKind.Relative))
        );
        return page.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private static async Task<WebApplication> ProviderAsync(string nextBoard)
    {
        var provider = WebApplication.CreateSlimBuilder().Build();
        provider.Urls.Add("http://127.0.0.1:0");
        provider.MapPost("/states", () => Results.Ok());
        provider.MapGet(
            "/v5/boards",
            () =>
                Results.Json(
                    new
                    {
                        items = new[] { new { id = nextBoard, created_at = "2026-02-03T04:05:06" } },
                        bookmark = (string?)null,
                    }
                )
        );
        await provider.StartAsync();
        return provider;
    }
}
