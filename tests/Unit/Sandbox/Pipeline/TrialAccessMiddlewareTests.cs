using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Pipeline;

/// <summary>An app with trial access cannot create, save or change Pins.</summary>
public sealed class TrialAccessMiddlewareTests
{
    private static readonly JObject Pin = JObject.Parse(
        """{"media_source":{"source_type":"image_url","url":"https://example.com/a.jpg"}}"""
    );

    [Fact]
    public async Task Creating_and_saving_a_Pin_is_refused_with_code_29()
    {
        await using var calls = await StartAsync(SandboxAccessTier.Trial);
        var board = await calls.BoardAsync("Kitchens");
        var pin = (await calls.IdsAsync("/pins"))[0];

        foreach (
            var refused in new[]
            {
                await calls.PostAsync("/pins", Pin),
                await calls.PostAsync($"/pins/{pin}/save", new { board_id = board }),
            }
        )
        {
            Assert.Equal((403, 29), (refused.Status, refused.Code));
            Assert.Contains("Apps with Trial access may not create Pins", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(10, (await calls.IdsAsync("/pins")).Count);
    }

    [Fact]
    public async Task Changing_a_Pin_is_refused_as_the_restricted_feature_pin_edit()
    {
        await using var calls = await StartAsync(SandboxAccessTier.Trial);
        var pin = (await calls.IdsAsync("/pins"))[0];

        var refused = await calls.PatchAsync($"/pins/{pin}", new { title = "new" });

        Assert.Equal((401, 3), (refused.Status, refused.Code));
        Assert.Contains("restricted feature: pin_edit", refused.Message, StringComparison.Ordinal);
        Assert.NotEqual("new", (string?)(await calls.GetAsync($"/pins/{pin}")).Json["title"]);
    }

    [Fact]
    public async Task Everything_else_works_with_trial_access()
    {
        await using var calls = await StartAsync(SandboxAccessTier.Trial);
        var board = await calls.BoardAsync("Kitchens");
        var pin = (await calls.IdsAsync("/pins"))[0];

        Assert.Equal(200, (await calls.PatchAsync($"/boards/{board}", new { name = "Baths" })).Status);
        Assert.Equal(201, (await calls.PostAsync("/media", new { media_type = "video" })).Status);
        Assert.Equal(204, (await calls.DeleteAsync($"/pins/{pin}")).Status);
    }

    [Fact]
    public async Task A_token_that_is_unknown_is_refused_before_the_access_is_looked_at()
    {
        await using var calls = await StartAsync(SandboxAccessTier.Trial);
        Assert.Equal(
            (401, 2),
            await calls.PostAsync("/pins", Pin, "pina_unknown") is var a ? (a.Status, a.Code) : default
        );
    }

    [Fact]
    public async Task Standard_access_may_do_all_of_it()
    {
        await using var calls = await StartAsync(SandboxAccessTier.Standard);
        var pin = await calls.PostAsync("/pins", Pin);
        Assert.Equal(201, pin.Status);
        Assert.Equal(200, (await calls.PatchAsync($"/pins/{pin.Id}", new { title = "new" })).Status);
    }

    private static Task<SandboxCalls> StartAsync(SandboxAccessTier access) =>
        SandboxCalls.StartAsync(
            new SandboxOptions
            {
                AccessTier = access,
                Content = new SandboxContent { Boards = 1 },
            }
        );
}
