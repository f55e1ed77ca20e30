using System.Text.Json.Nodes;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>One page of a list for an agent: few members of each item, and never longer than a model can take.</summary>
internal sealed record Listing
{
    /// <summary>The longest data of a result, in characters: about 6,000 tokens.</summary>
    public const int MostCharacters = 24_000;

    private const int DefaultLimit = 25;

    private Listing(int limit, bool isFull, string scope, Cursor cursor)
    {
        Limit = limit;
        IsFull = isFull;
        Scope = scope;
        Cursor = cursor;
    }

    public int Limit { get; }

    public bool IsFull { get; }

    public string Scope { get; }

    public Cursor Cursor { get; }

    /// <summary>Reads limit, cursor and detail.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="scope">What else tells this list from others.</param>
    /// <exception cref="ToolArgumentException">The cursor belongs to another list.</exception>
    public static Listing Of(PinterestTool tool, ToolArguments arguments, params IEnumerable<string?> scope)
    {
        var limit = arguments.Whole("limit", DefaultLimit);
        var full = arguments.Text("detail") == "full";
        var name = Cursor.ScopeOf([tool.Facts.Name, $"{limit}", .. scope]);
        return new Listing(limit, full, name, Cursor.Read(arguments.Text("cursor"), name));
    }

    /// <summary>Gets what the list operation is asked for.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Query =>
        [Sending.With("page_size", $"{Limit}"), Sending.With("bookmark", Cursor.Bookmark)];

    /// <summary>Makes the result.</summary>
    /// <param name="page">What Pinterest replied.</param>
    /// <param name="what">What the items are, for the sentence.</param>
    /// <param name="isAllowed">Which items the agent may see.</param>
    /// <param name="shorten">Makes an item short.</param>
    public ToolResult ToResult(
        JsonNode page,
        string what,
        Func<JsonObject, bool> isAllowed,
        Func<JsonObject, JsonObject> shorten
    )
    {
        var all = page.List("items").Select(item => item.AsThing()).ToList();
        var items = new JsonArray();
        var told = Cursor.Told;
        var length = 0;
        foreach (var item in all.Skip(Cursor.Told))
        {
            var row = IsFull ? Trim.Thing(item) : shorten(item);
            length += JsonOut.TextOf(row).Length + 1;
            if (items.Count == Limit || (length > MostCharacters - 2_000 && items.Count > 0))
            {
                break;
            }

            told++;
            if (isAllowed(item))
            {
                items.Add((JsonNode)row);
            }
        }

        var isCut = told < all.Count;
        return ToResult(items, isCut ? Cursor with { Told = told } : Next(page), isCut, what);
    }

    private static Cursor? Next(JsonNode page) =>
        page.Text("bookmark") is { Length: > 0 } bookmark ? new Cursor(bookmark, 0) : null;

    private ToolResult ToResult(JsonArray items, Cursor? next, bool isCut, string what)
    {
        var data = new JsonObject { ["items"] = items };
        var text = $"{Summaries.Counted(items.Count, what)}.";
        if (next is not null)
        {
            data["next_cursor"] = next.ToText(Scope);
            text += " There are more: call again with next_cursor as cursor.";
        }

        if (isCut)
        {
            data["truncated"] = true;
        }

        return new ToolResult(text, data);
    }
}
