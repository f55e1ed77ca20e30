using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Pipeline;

/// <summary>Whatever is sent gets a clear answer in Pinterest's form, and the server goes on.</summary>
public sealed class SandboxPipelineTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync()
    {
        Assert.Equal(200, (await _calls.GetAsync("/boards")).Status);
        await _calls.DisposeAsync();
    }

    [Fact]
    public async Task Anything_at_all_gets_an_answer_in_Pinterests_form()
    {
        // Seeded: a failure says which request it was, and the next run sends the same.
        var random = new Random(4711);
        var operations = new[]
        {
            "/boards",
            "/pins",
            "/media",
            "/user_account",
            "/search/pins",
            "/oauth/token",
            "/ad_accounts",
            "/ad_accounts/1/campaigns",
            "/catalogs/items",
        };
        for (var i = 0; i < 400; i++)
        {
            var method = new HttpMethod(new[] { "GET", "POST", "PATCH", "DELETE", "PUT", "HEAD" }[random.Next(6)]);
            var path =
                operations[random.Next(operations.Length)]
                + (random.Next(3) == 0 ? "/" + Uri.EscapeDataString(Junk(random, 12)) : "")
                + (
                    random.Next(2) == 0
                        ? $"?page_size={Uri.EscapeDataString(Junk(random, 6))}&bookmark={Uri.EscapeDataString(Junk(random, 9))}"
                        : ""
                );
            var answer = await _calls.SendAsync(
                method,
                path,
                random.Next(2) == 0 && method.Method is "POST" or "PATCH" or "PUT" ? Junk(random, 60) : null
            );
            Assert.True(answer.Status is < 500, $"{i}: {method} {path} gave {answer.Status} {answer.Text}");
            if (answer.Status >= 400 && method != HttpMethod.Head)
            {
                Assert.True(
                    answer.Code is not null && !string.IsNullOrEmpty(answer.Message),
                    $"{i}: {method} {path} gave {answer.Text}"
                );
            }
        }
    }

    private static string Junk(Random random, int length)
    {
        const string Alphabet = "{}[]\":,.0123456789-+eEtruefalsn \\/%&?=é\u0001<>'$";
        return string.Concat(
            Enumerable.Range(0, random.Next(length)).Select(_ => Alphabet[random.Next(Alphabet.Length)])
        );
    }
}
