using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Samples.Agent;

/// <summary>What a model would answer in the story: a board, a preview, two Pins, one that is refused, and figures.</summary>
public static class KitchenModel
{
    /// <summary>Makes the model.</summary>
    public static ScriptedModel New()
    {
        var board = "";
        var rule = "";
        var told = 0;
        var pins = new List<string>();
        return new ScriptedModel(
            _ => Board(),
            Waits,
            // The person has approved it, so the same call goes through.
            _ => Board(),
            made => Pin("pinterest_preview_pin", board = Text(made, "board", "id"), "Oak table"),
            _ => Pin("pinterest_create_pin", board, "Oak table"),
            Waits,
            _ => Pin("pinterest_create_pin", board, "Oak table"),
            made =>
            {
                pins.Add(Text(made, "pin", "id"));
                return Pin("pinterest_create_pin", board, "Ash chair");
            },
            Waits,
            _ => Pin("pinterest_create_pin", board, "Ash chair"),
            made =>
            {
                pins.Add(Text(made, "pin", "id"));

                // What a text of a stranger might tell a model to do.
                return Pin("pinterest_create_pin", board, "Win a kitchen", "https://lottery.example/");
            },
            refused =>
            {
                rule = Text(refused, "rule");
                return Call("pinterest_pin_analytics", new() { ["pin_ids"] = pins.ToArray() });
            },
            figures =>
            {
                told = figures.GetProperty("items").GetArrayLength();
                return Call("pinterest_account_analytics", []);
            },
            figures =>
                Say(
                    $"The board has its Pins. I read the figures of {told} Pins, and of the account from "
                        + $"{Text(figures, "start_date")} on. One Pin I may not publish ({rule})."
                )
        );
    }

    private static FunctionCallContent Board() =>
        Call("pinterest_create_board", new() { ["name"] = "Kitchens", ["description"] = "Tables and chairs" });

    private static FunctionCallContent Pin(string tool, string board, string title, string? link = null) =>
        Call(
            tool,
            new()
            {
                ["board_id"] = board,
                ["title"] = title,
                ["alt_text"] = title,
                ["link"] = link ?? "https://example.com/" + title.Replace(' ', '-'),
                ["image_url"] = "https://example.com/picture.jpg",
            }
        );

    private static AIContent Waits(JsonElement question) =>
        Say($"This waits for you as approval {Text(question, "approvalId")}.");

    private static FunctionCallContent Call(string tool, Dictionary<string, object?> arguments) =>
        new(Guid.NewGuid().ToString("N"), tool, arguments);

    private static TextContent Say(string text) => new(text);

    private static string Text(JsonElement data, params IEnumerable<string> path)
    {
        foreach (var name in path)
        {
            if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(name, out data))
            {
                return "";
            }
        }

        return data.ToString();
    }
}
