using System.Text.RegularExpressions;
using ModelContextProtocol.Client;
using Pinterest.OpenApi;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Samples.Agent.Tests;

/// <summary>The sample of an agent, against the server as it was built and a sandbox.</summary>
public sealed partial class AgentStoryTests : IAsyncLifetime
{
    private const string Kitchens = "the board \"Kitchens\", linking to example.com";

    private readonly BuiltServer _server = new();
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("pinterest-mcp-head-");
    private readonly List<string> _approved = [];
    private readonly string[] _head;
    private PinterestSandbox _sandbox = null!;

    public AgentStoryTests() => _head = ["--head-file", Path.Combine(_elsewhere.FullName, "agents.head")];

    [Fact]
    public async Task An_agent_publishes_what_a_person_approved_and_the_log_tells_all_of_it_in_English()
    {
        if (OperatingSystem.IsWindows())
        {
            // The configuration folder is not a matter of the environment there.
            return;
        }

        string[] areas = ["--area", "boards=full", "--area", "pins=full", "--area", "analytics=read"];
        await _server.RunAsync(["agents", "add", "blog-helper", .. areas, "--link-host", "example.com"]);
        var model = KitchenModel.New();
        using var said = new StringWriter();

        await AgentStory.RunAsync(model, Server(), ApproveAsync, said, default);

        Assert.Equal(0, model.Left);
        await AssertPublishedAsync();
        Assert.Contains("I read the figures of 2 Pins", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("may not publish (limits.linkHosts)", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(string.Join('\n', Expected()), string.Join('\n', await SentencesAsync()));
        Assert.Contains("all whole", await _server.RunAsync(["log", "--verify", .. _head]), StringComparison.Ordinal);
    }

    public async Task InitializeAsync() => _sandbox = await PinterestSandbox.StartAsync();

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _server.Dispose();
        _elsewhere.Delete(recursive: true);
    }

    private static string[] Expected() =>
        [
            "The account's owner changed what blog-helper may do: account: me; ends: never; areas: status read, boards full, "
                + "pins full, analytics read; allow: nothing more; deny: nothing; ask: what others see, deletes, costs money; "
                + "confirmed by: a person; secret boards: no; boards: all; links to: example.com; files of: no folder; "
                + "creations: no limit; money: none.",
            .. Approved("made the public board \"Kitchens\""),
            $"blog-helper rehearsed a call that would have put a Pin on {Kitchens}; nothing was changed.",
            .. Approved($"put a Pin on {Kitchens}"),
            .. Approved($"put a Pin on {Kitchens}"),
            "blog-helper would have put a Pin on the board BOARD, linking to lottery.example, but was refused: REASON",
            "blog-helper read the figures of 2 Pins.",
            "blog-helper read the figures of the account.",
        ];

    private static string[] Approved(string what) =>
        [
            $"blog-helper would have {what}; the call waits for a person as approval ID, until TIME.",
            $"The account's owner said yes to a call of blog-helper that would have {what} (approval ID).",
            $"The approval was used up by a call of blog-helper that would have {what} (approval ID).",
            $"blog-helper {what}. The account's owner approved it at TIME.",
        ];

    // The usual files, so that the commands of the person find them without an option.
    private StdioClientTransportOptions Server()
    {
        var address = _sandbox.BaseAddress.ToString();
        var options = _server.Options([
            "serve",
            "--agent",
            "blog-helper",
            "--sandbox",
            address,
            .. _server.UsualFiles,
            .. _head,
        ]);
        options.EnvironmentVariables!["PINTEREST_SANDBOX_TOKEN"] = _sandbox.AccessToken;
        return options;
    }

    private async Task ApproveAsync(string approval, CancellationToken cancellationToken)
    {
        _approved.Add(approval);
        var shown = await _server.RunAsync("approvals", "approve", approval, "--yes");
        Assert.Contains("Approved.", shown, StringComparison.Ordinal);
    }

    private async Task AssertPublishedAsync()
    {
        var client = new PinterestClient(
            new PinterestClientOptions { BaseAddress = _sandbox.BaseAddress, AccessToken = _sandbox.AccessToken }
        );
        var board = Assert.Single((await client.Boards.ListAsync()).Items);
        var pins = await client.Boards.ListPinsAsync(board.Id);

        Assert.Equal("Kitchens", board.Name);
        Assert.Equal(["Ash chair", "Oak table"], pins.Items.Select(pin => pin.Title).Order());
        Assert.Equal(3, _approved.Distinct().Count());
    }

    // Without the time before each sentence, and without what is different each time.
    private async Task<string[]> SentencesAsync()
    {
        var text = await _server.RunAsync("log");
        var told = Reason()
            .Replace(
                Board().Replace(Id().Replace(Time().Replace(text, "TIME"), "approval ID"), "board BOARD,"),
                "refused: REASON"
            );
        return
        [
            .. told.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => Stamp().Replace(line.TrimEnd('\r'), "")),
        ];
    }

    [GeneratedRegex("^[0-9-]{10} [0-9:]{8}  ")]
    private static partial Regex Stamp();

    [GeneratedRegex("[0-9]{2}:[0-9]{2} UTC")]
    private static partial Regex Time();

    [GeneratedRegex("approval [2-9A-Z]{10}")]
    private static partial Regex Id();

    [GeneratedRegex("board [0-9]+,")]
    private static partial Regex Board();

    [GeneratedRegex("refused: .*")]
    private static partial Regex Reason();
}
