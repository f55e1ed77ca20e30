using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Sandbox;

namespace Samples.Tests.Support;

/// <summary>A sandbox, a folder, and the options that a sample is given for them.</summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>How long a test waits for what ought to happen at once.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-samples-test-");

    private Stage(PinterestSandbox sandbox, TimeProvider clock)
    {
        Sandbox = sandbox;
        Options = new PinterestClientOptions
        {
            BaseAddress = sandbox.BaseAddress,
            AccessToken = sandbox.AccessToken,
            App = new PinterestApp(sandbox.AppId, sandbox.AppSecret),
            AccessTier = AccessTier.Unlimited,
            TimeProvider = clock,
        };
        Client = new PinterestClient(Options with { TimeProvider = TimeProvider.System });
    }

    public PinterestSandbox Sandbox { get; }

    public PinterestClientOptions Options { get; }

    /// <summary>Gets the test's own client.</summary>
    public PinterestClient Client { get; }

    public string Folder => _folder.FullName;

    public static async Task<Stage> StartAsync(SandboxContent? content = null, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        return new Stage(
            await PinterestSandbox.StartAsync(
                new SandboxOptions
                {
                    Content = content,
                    TimeProvider = clock,
                    CheckResponses = true,
                    MediaProcessingTime = TimeSpan.Zero,
                }
            ),
            clock
        );
    }

    /// <summary>Makes a board.</summary>
    public async Task<string> BoardAsync(string name = "Kitchens") =>
        (await Client.Boards.CreateAsync(new BoardCreate { Name = name })).Id;

    /// <summary>Makes a Pin.</summary>
    public Task<Pin> PinAsync(string boardId, string title) =>
        Client.CreateImagePinAsync(
            [PinImage.FromUri(new Uri("https://example.com/a.jpg"))],
            new PinDraft(boardId) { Title = title }
        );

    /// <summary>Gives all Pins, newest first.</summary>
    public async Task<List<Pin>> PinsAsync()
    {
        var pins = new List<Pin>();
        await foreach (var pin in Client.Pins.EnumerateAsync(new() { PageSize = 250 }))
        {
            pins.Add(pin);
        }

        return pins;
    }

    /// <summary>Makes a file.</summary>
    public async Task<string> FileAsync(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        await File.WriteAllBytesAsync(path, content);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
