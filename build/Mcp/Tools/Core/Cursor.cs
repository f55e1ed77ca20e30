using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>
/// Where a list goes on: Pinterest's bookmark, and how many items of that page were told already. It belongs to one
/// tool and one set of arguments, and gives no rights.
/// </summary>
/// <param name="Bookmark">Pinterest's bookmark; null for the first page.</param>
/// <param name="Told">How many items of the page were told.</param>
internal sealed record Cursor(string? Bookmark, int Told)
{
    private const int ScopeLength = 12;

    public static readonly Cursor Start = new(null, 0);

    /// <summary>Names what a cursor belongs to.</summary>
    public static string ScopeOf(params IEnumerable<string?> parts)
    {
        var text = string.Join('\n', parts.Select(part => part ?? "\0"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..ScopeLength];
    }

    /// <exception cref="ToolArgumentException">It was made for something else, or was changed.</exception>
    public static Cursor Read(string? text, string scope)
    {
        if (text is null)
        {
            return Start;
        }

        try
        {
            var parts = JsonNode.Parse(Base64Url.DecodeFromChars(text))!.AsArray();
            var cursor = new Cursor((string?)parts[1], (int)parts[2]!);
            if (parts.Count == 3 && (string?)parts[0] == scope && cursor.Told is >= 0 and <= 250)
            {
                return cursor;
            }
        }
        catch (Exception error)
            when (error
                    is FormatException
                        or JsonException
                        or InvalidOperationException
                        or NullReferenceException
                        or ArgumentException
            )
        {
            // Said below.
        }

        throw new ToolArgumentException(
            "'cursor' does not belong to this call. Give the next_cursor of the result before, with the same arguments, "
                + "or leave it out to begin anew."
        );
    }

    public string ToText(string scope) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonOut.TextOf(new JsonArray(scope, Bookmark, Told))));
}
