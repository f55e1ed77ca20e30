using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// The texts of a new Pin, without its media. They are checked before anything is uploaded or sent (operation
/// pins/create).
/// </summary>
/// <param name="BoardId">The board to put it on.</param>
public sealed record PinDraft(string BoardId)
{
    private const int MaxTitle = 100;
    private const int MaxDescription = 800;
    private const int MaxAltText = 500;
    private const int MaxLink = 2048;

    /// <summary>Gets the section of the board, or null for none.</summary>
    public string? BoardSectionId { get; init; }

    /// <summary>Gets the title: at most 100 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the description: at most 800 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the text for people who cannot see the picture: at most 500 characters.</summary>
    public string? AltText { get; init; }

    /// <summary>Gets the address that the Pin leads to: http or https, at most 2048 characters.</summary>
    public Uri? Link { get; init; }

    /// <summary>Makes the body of pins/create.</summary>
    internal JObject ToBody(JObject mediaSource)
    {
        var body = new JObject { ["board_id"] = BoardId, ["media_source"] = mediaSource };
        Add("board_section_id", BoardSectionId);
        Add("title", Title);
        Add("description", Description);
        Add("alt_text", AltText);
        Add("link", Link?.AbsoluteUri);
        return body;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                body[name] = value;
            }
        }
    }

    /// <summary>Throws with all that is wrong.</summary>
    /// <exception cref="ArgumentException">Something is.</exception>
    internal void Validate(IEnumerable<string> problemsOfMedia, string argument)
    {
        var problems = Problems().Concat(problemsOfMedia).ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException($"The Pin was not sent. {string.Join(' ', problems)}", argument);
        }
    }

    private IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(BoardId))
        {
            yield return $"{nameof(BoardId)} is empty.";
        }

        if (BoardSectionId is not null && string.IsNullOrWhiteSpace(BoardSectionId))
        {
            yield return $"{nameof(BoardSectionId)} is empty. Leave it null for no section.";
        }

        if (
            Link is { } link
            && !(link.IsAbsoluteUri && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps))
        )
        {
            yield return $"{nameof(Link)} is not an http or https address.";
        }

        foreach (
            var (name, length, limit) in new[]
            {
                (nameof(Title), CharactersOf(Title), MaxTitle),
                (nameof(Description), CharactersOf(Description), MaxDescription),
                (nameof(AltText), CharactersOf(AltText), MaxAltText),
                (nameof(Link), Link is { IsAbsoluteUri: true } ? CharactersOf(Link.AbsoluteUri) : 0, MaxLink),
            }
        )
        {
            if (length > limit)
            {
                yield return $"{name} has {length} characters; at most {limit} are allowed.";
            }
        }
    }

    // JSON Schema counts characters of Unicode. An emoji is one, although .NET keeps it as two.
    private static int CharactersOf(string? text) => text?.EnumerateRunes().Count() ?? 0;
}
