using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Analytics;

/// <summary>Up to where an agent was told what is new: a moment, and what was told of that moment.</summary>
internal sealed record Checkpoint(DateTimeOffset Since, IReadOnlyList<string> Told)
{
    private const int MostTold = 60;

    /// <exception cref="ToolArgumentException">It was made for something else, or was changed.</exception>
    public static Checkpoint Read(string text, string scope)
    {
        try
        {
            var parts = JsonNode.Parse(Base64Url.DecodeFromChars(text))!.AsArray();
            if ((string?)parts[0] == scope)
            {
                var since = DateTimeOffset.FromUnixTimeSeconds((long)parts[1]!);
                return new Checkpoint(since, [.. parts.Skip(2).Take(MostTold).Select(id => (string)id!)]);
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
            "'checkpoint' does not belong to this call. Give the checkpoint of the result before, with the same board_id "
                + "and what, or leave it out to begin anew."
        );
    }

    public string ToText(string scope)
    {
        var parts = new JsonArray(scope, Since.ToUnixTimeSeconds());
        foreach (var id in Told.Take(MostTold))
        {
            parts.Add((JsonNode)id);
        }

        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonOut.TextOf(parts)));
    }

    public static DateTimeOffset? TimeOf(JsonObject item) =>
        DateTimeOffset.TryParse(
            item.Text("created_at"),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;
}
