using Bogus;
using PactNet.Matchers;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.PactCore;

namespace Pinterest.OpenApi.Contract;

/// <summary>Example values, always the same ones, and what the client needs of boards, sections and Pins.</summary>
internal static class Examples
{
    public const string BoardId = "549755885175";
    public const string OtherBoardId = "549755885176";
    public const string SectionId = "549755885275";
    public const string PinId = "813744226420795884";
    public const string OtherPinId = "813744226420795885";
    public const string MediaId = "7389479023";
    public const string Picture = "iVBORw0KGgo=";

    private static readonly Faker Faker = new() { Random = new Randomizer(20260101) };

    public static string BoardName { get; } = Faker.Commerce.Department(1);

    public static string SectionName { get; } = Faker.Commerce.ProductMaterial();

    public static string PinTitle { get; } = Faker.Commerce.ProductName();

    public static string PinText { get; } = Faker.Lorem.Sentence();

    public static string UserName { get; } = Faker.Internet.UserName().ToLowerInvariant();

    public static string Link { get; } = "https://example.com/" + Faker.Lorem.Slug(2);

    public static string PictureAddress { get; } = $"https://example.com/{Faker.Lorem.Word()}.jpg";

    public static IMatcher Id(string example) => Match.Regex(example, @"^\d+$");

    public static object Board(string? name = null) =>
        new
        {
            id = Id(BoardId),
            name = name is null ? Match.Type(BoardName) : Match.Equality(name),
            privacy = Match.Regex("PUBLIC", "^(PUBLIC|PROTECTED|SECRET)$"),
            created_at = MatchDate.DateTime("2026-01-02T03:04:05Z", "yyyy-MM-dd'T'HH:mm:ssX"),
            pin_count = Match.Integer(0),
            owner = new { username = Match.Type(UserName) },
        };

    public static object Section(string? name = null) =>
        new { id = Id(SectionId), name = name is null ? Match.Type(SectionName) : Match.Equality(name) };

    public static object Pin(string? title = null, object? media = null, string? boardId = BoardId) =>
        new
        {
            id = Id(PinId),
            board_id = boardId is null ? Id(BoardId) : Match.Equality(boardId),
            title = title is null ? Match.Type(PinTitle) : Match.Equality(title),
            created_at = MatchDate.DateTime("2026-01-02T03:04:05Z", "yyyy-MM-dd'T'HH:mm:ssX"),
            is_owner = Match.Type(true),
            media = media ?? Image,
        };

    public static object Image { get; } = new
    {
        media_type = Match.Equality("image"),
        images = new Dictionary<string, object>
        {
            ["600x"] = new
            {
                url = Match.Regex("https://i.pinimg.com/600x/a.jpg", "^https://.+$"),
                width = Match.Integer(600),
                height = Match.Integer(900),
            },
        },
    };

    /// <summary>A page with at least one item.</summary>
    public static object Page(object item, string? bookmark = null) =>
        bookmark is null
            ? new { items = Match.MinType(item, 1), bookmark = Match.Null() }
            : new { items = Match.MinType(item, 1), bookmark = (object)Match.Type(bookmark) };

    /// <summary>An error, whose code and text the client reads.</summary>
    public static object Error(int code, string message) =>
        new { code = Match.Integer(code), message = Match.Type(message) };
}
