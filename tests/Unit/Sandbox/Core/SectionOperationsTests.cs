using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Core;

/// <summary>Sections hold Pins of their board.</summary>
public sealed class SectionOperationsTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task Deleting_a_section_deletes_its_Pins()
    {
        var board = await _calls.BoardAsync("Kitchens");
        var section = (await _calls.PostAsync($"/boards/{board}/sections", new { name = "Sinks" })).Id;
        var pin = await _calls.PinAsync(board);
        Assert.Equal(200, (await _calls.PatchAsync($"/pins/{pin}", new { board_section_id = section })).Status);
        Assert.Equal([pin], await _calls.IdsAsync($"/boards/{board}/sections/{section}/pins"));

        Assert.Equal(204, (await _calls.DeleteAsync($"/boards/{board}/sections/{section}")).Status);

        Assert.Equal(404, (await _calls.GetAsync($"/pins/{pin}")).Status);
        Assert.Empty(await _calls.IdsAsync($"/boards/{board}/pins"));
    }
}
