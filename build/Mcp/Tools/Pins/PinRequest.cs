using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>What an agent wants a new Pin to be.</summary>
internal sealed record PinRequest
{
    private const int LongestBase64 = 7_000_000;
    private const int LongestPath = 1_000;

    private static readonly string[] Media = ["image_url", "image_file", "image_base64", "video_file"];
    private static readonly string[] Covers = ["cover_url", "cover_file", "cover_seconds"];

    public static IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        ToolParameter.Id("board_id", isRequired: true),
        ToolParameter.Id("section_id"),
        ToolParameter.Text("title", 100),
        ToolParameter.Text("description", 800),
        ToolParameter.Text("alt_text", 500),
        Address("link"),
        Address("image_url"),
        ToolParameter.Text("image_file", LongestPath, "In the folder of the grant"),
        new("image_base64", ParameterKind.Bytes) { MaxLength = LongestBase64 },
        ToolParameter.Text("video_file", LongestPath, "With a cover"),
        Address("cover_url"),
        ToolParameter.Text("cover_file", LongestPath),
        ToolParameter.Whole("cover_seconds", 0, 3_600, "A moment of the video"),
    ];

    public required PinDraft Draft { get; init; }

    public Uri? ImageAddress { get; init; }

    public string? ImageFile { get; init; }

    public byte[]? ImageBytes { get; init; }

    public string? VideoFile { get; init; }

    public Uri? CoverAddress { get; init; }

    public string? CoverFile { get; init; }

    public TimeSpan? CoverMoment { get; init; }

    /// <summary>Gets the host that the link leads to; null without a link.</summary>
    public string? LinkHost { get; init; }

    public IReadOnlyList<string> Files => [.. new[] { ImageFile, VideoFile, CoverFile }.OfType<string>()];

    /// <exception cref="ToolArgumentException">The media do not fit each other.</exception>
    public static PinRequest Read(ToolArguments arguments)
    {
        if (Media.Count(arguments.Has) != 1)
        {
            throw new ToolArgumentException($"Give exactly one of {string.Join(", ", Media)}.");
        }

        var covers = Covers.Count(arguments.Has);
        if (arguments.Has("video_file") ? covers != 1 : covers != 0)
        {
            throw new ToolArgumentException(
                $"A video needs exactly one of {string.Join(", ", Covers)}; a picture takes none."
            );
        }

        foreach (var name in new[] { "image_url", "cover_url" })
        {
            if (arguments.Address(name) is { } address && address.Scheme != Uri.UriSchemeHttps)
            {
                throw new ToolArgumentException($"'{name}' must be an address of https.");
            }
        }

        return new PinRequest
        {
            Draft = new PinDraft(arguments.Required("board_id"))
            {
                BoardSectionId = arguments.Text("section_id"),
                Title = arguments.Text("title"),
                Description = arguments.Text("description"),
                AltText = arguments.Text("alt_text"),
                Link = arguments.Address("link"),
            },
            LinkHost = Links.HostOf(arguments.Text("link")),
            ImageAddress = arguments.Address("image_url"),
            ImageFile = arguments.Text("image_file"),
            ImageBytes = arguments.Bytes("image_base64"),
            VideoFile = arguments.Text("video_file"),
            CoverAddress = arguments.Address("cover_url"),
            CoverFile = arguments.Text("cover_file"),
            CoverMoment = arguments.Has("cover_seconds")
                ? TimeSpan.FromSeconds(arguments.Whole("cover_seconds", 0))
                : null,
        };
    }

    /// <summary>Says what a person is shown of it.</summary>
    public CallSummary ToSummary(string board, LoadedMedia? media)
    {
        var what = VideoFile is null ? "a Pin" : "a video Pin";
        var link = LinkHost is null ? "" : $", linking to {LinkHost}";
        return Summaries.Of(
            $"put {what} on the board {board}{link}",
            ("Board", board),
            ("Section", Draft.BoardSectionId),
            ("Title", Draft.Title),
            ("Description", Draft.Description),
            ("Alt text", Draft.AltText),
            ("Link", Draft.Link?.AbsoluteUri),
            ("Link host", LinkHost),
            ("Picture", ImageAddress?.AbsoluteUri ?? CoverAddress?.AbsoluteUri),
            ("Media", media?.Info.ToString()),
            ("SHA-256 of the file", media?.Hash),
            ("Cover at", CoverMoment?.ToString())
        ) with
        {
            Picture = (ImageAddress ?? CoverAddress)?.AbsoluteUri,
            PictureBytes = media?.Shown,
        };
    }

    private static ToolParameter Address(string name) => new(name, ParameterKind.Address) { MaxLength = 2048 };
}
