using Pinterest.OpenApi;
using Pinterest.OpenApi.Sandbox;

namespace Samples;

/// <summary>
/// Where a sample runs: at Pinterest, or in a sandbox of this process that has everything the samples ask for.
/// </summary>
internal sealed class Surroundings : IAsyncDisposable
{
    private const string PictureAddress = "https://example.com/spring.png";
    private const string AdAccount = "549755885175";

    // The smallest picture there is.
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    private readonly PinterestClientOptions _options;
    private readonly PinterestSandbox? _sandbox;
    private readonly DirectoryInfo? _folder;
    private string _boardId = "";

    private Surroundings(
        PinterestClientOptions options,
        PinterestSandbox? sandbox = null,
        DirectoryInfo? folder = null
    ) => (_options, _sandbox, _folder) = (options, sandbox, folder);

    /// <summary>Gets the options of a sample that has a token.</summary>
    public PinterestClientOptions WithToken =>
        _options.AccessToken is not null
            ? _options
            : throw new InvalidOperationException(
                "PINTEREST_ACCESS_TOKEN is empty. Put an access token into it, or add --sandbox."
            );

    /// <summary>Gets the options of a sample that signs in or renews tokens.</summary>
    public PinterestClientOptions WithApp =>
        _options.App is not null
            ? _options
            : throw new InvalidOperationException(
                "PINTEREST_APP_ID or PINTEREST_APP_SECRET is empty. Put the app's into them, or add --sandbox."
            );

    public Uri AuthorizeAddress => _sandbox?.AuthorizeAddress ?? new PinterestOAuthOptions().AuthorizeAddress;

    public string TokenFolder =>
        Path.Combine(
            _folder?.FullName ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            ".pinterest"
        );

    public string CheckpointFolder => Path.Combine(Path.GetDirectoryName(TokenFolder)!, ".pinterest-watch");

    public TimeSpan Interval => _sandbox is null ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(5);

    public static Surroundings OfPinterest()
    {
        var app = (Id: Variable("PINTEREST_APP_ID"), Secret: Variable("PINTEREST_APP_SECRET"));
        return new Surroundings(
            new PinterestClientOptions
            {
                BaseAddress = Variable("PINTEREST_BASE_ADDRESS") is { } address
                    ? new Uri(address)
                    : PinterestClientOptions.Production,
                AccessToken = Variable("PINTEREST_ACCESS_TOKEN"),
                App = app is ({ } id, { } secret) ? new PinterestApp(id, secret) : null,
            }
        );
    }

    public static async Task<Surroundings> OfSandboxAsync(CancellationToken cancellationToken)
    {
        var content = new SandboxOptions { Content = new SandboxContent(), MediaProcessingTime = TimeSpan.Zero };
        var sandbox = await PinterestSandbox.StartAsync(content, cancellationToken);
        var options = new PinterestClientOptions
        {
            BaseAddress = sandbox.BaseAddress,
            AccessToken = sandbox.AccessToken,
            App = new PinterestApp(sandbox.AppId, sandbox.AppSecret),
            AccessTier = AccessTier.Unlimited,
        };
        var place = new Surroundings(options, sandbox, Directory.CreateTempSubdirectory("pinterest-samples-"));
        await File.WriteAllBytesAsync(place.InFolder("picture.png"), Picture, cancellationToken);

        // The sandbox does not look at films.
        await File.WriteAllBytesAsync(place.InFolder("film.mp4"), new byte[300_000], cancellationToken);
        await File.WriteAllTextAsync(
            place.InFolder("pins.tsv"),
            $"Oak table\thttps://example.com/oak\t{PictureAddress}\nAsh chair\thttps://example.com/ash\t{PictureAddress}\n",
            cancellationToken
        );
        var token = new PinterestToken(sandbox.AccessToken);
        await using (
            var held = await new FileTokenStore(place.TokenFolder).LockAsync(
                SignInWithLoopbackPage.User,
                cancellationToken
            )
        )
        {
            await held.SaveAsync(token, cancellationToken);
        }

        var boards = await new PinterestClient(options).Boards.ListAsync(
            pageSize: 1,
            cancellationToken: cancellationToken
        );
        place._boardId = boards.Items[0].Id;
        return place;
    }

    /// <summary>Gives the arguments of a sample that was named without any.</summary>
    public string[] Usual(string sample) =>
        _sandbox is null
            ? []
            : sample switch
            {
                "create-pins" => [_boardId, PictureAddress, InFolder("picture.png")],
                "watch" => [_boardId],
                "upload-video" => [InFolder("film.mp4"), _boardId],
                "web-api" => ["http://127.0.0.1:0"],
                "import-pins" => [InFolder("pins.tsv"), "Kitchens"],
                "analytics" => [Path.Combine(Path.GetTempPath(), "pinterest-analytics.csv")],
                "ads-report" => [AdAccount, "1", "2"],
                "conversions" => [AdAccount, "ann@example.com"],
                _ => [],
            };

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        _folder?.Delete(recursive: true);
    }

    private string InFolder(string name) => Path.Combine(_folder!.FullName, name);

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
