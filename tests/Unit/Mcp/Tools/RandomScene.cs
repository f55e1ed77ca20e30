using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Sandbox;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

/// <summary>A random grant over a small account, random calls, and what the grant covers, said anew.</summary>
internal sealed class RandomScene : IAsyncDisposable
{
    // What tools look up, or filter with, in the name of another area.
    private static readonly HashSet<string> LookUps =
    [
        "boards/get",
        "pins/get",
        "boards/list",
        "boards/list_pins",
        "board_sections/list_pins",
    ];

    private static readonly Dictionary<string, Operation> ById = Operations.All.ToDictionary(one => one.Id);
    private static readonly string[] Writes = ["boards/create", "pins/create", "follow_user/update", "boards/delete"];

    private readonly Random _random;
    private readonly string[] _ids;
    private readonly string _secret;
    private readonly string _secretPin;

    private RandomScene(Random random, ToolWorld world, string[] ids, (string Board, string Pin) secret)
    {
        _random = random;
        World = world;
        _secret = secret.Board;
        _secretPin = secret.Pin;
        _ids = [.. ids, "1", "../x", ""];
    }

    public ToolWorld World { get; }

    public static async Task<RandomScene> StartAsync(Random random)
    {
        var world = await ToolWorld.StartAsync();
        string[] boards =
        [
            await world.BoardAsync("One"),
            await world.BoardAsync("Two"),
            await world.BoardAsync("Hidden", "SECRET"),
        ];
        var pins = new List<string>();
        foreach (var board in boards)
        {
            pins.Add(await world.PinAsync(board, $"Pin of {board}"));
        }

        var section = await world.Client.Boards.CreateSectionAsync(
            boards[0],
            new OpenApi.Models.BoardSection { Name = "Sinks" }
        );
        world.Grant = GrantOf(random, boards);
        return new RandomScene(random, world, [.. boards, .. pins, section.Id!], (boards[^1], pins[^1]));
    }

    /// <summary>Makes a call: mostly with arguments of the right names, often of wrong values.</summary>
    public (PinterestTool Tool, Dictionary<string, JsonElement> Arguments) NextCall()
    {
        var tool = AllTools.All[_random.Next(AllTools.All.Count)];
        var arguments = new JsonObject();
        foreach (var parameter in tool.Parameters)
        {
            if (parameter.IsRequired || _random.Next(4) == 0)
            {
                arguments[parameter.Name] = ValueOf(parameter);
            }
        }

        if (tool.Facts.Name == "pinterest_create_pin" || tool.Facts.Name == "pinterest_preview_pin")
        {
            KeepOneMedium(arguments);
        }

        if (_random.Next(25) == 0)
        {
            arguments["unknown"] = "x";
        }

        return (tool, Arguments.Read(arguments.ToJsonString()));
    }

    /// <summary>Says what is wrong with a request, or null.</summary>
    public string? ProblemOf(ReceivedRequest request)
    {
        var grant = World.Grant;
        if (request.OperationId is not { } id || !ById.TryGetValue(id, out var operation))
        {
            return request.Path.Contains("media", StringComparison.Ordinal) ? null : $"{request.Path} is no operation.";
        }

        if (operation.Group == "oauth")
        {
            return $"{id} is about tokens.";
        }

        var area = AreaOf(operation);
        var isRead = operation.Access is OperationAccess.Read;
        var has = grant.Areas.GetValueOrDefault(area);
        var byName = grant.Allow.Contains("operation:" + id);
        var isCovered =
            byName
            || has >= (isRead ? AreaAccess.Read : AreaAccess.Full)
            || (isRead && LookUps.Contains(id) && grant.Areas.Values.Any(access => access > AreaAccess.Off));
        if (!isCovered)
        {
            return $"{id} is not covered: {area} is {has}.";
        }

        return !isRead && !grant.Secret && TouchesSecret(request) ? $"{id} touches a secret board." : null;
    }

    // A place where an id of that kind stands: the id of a board as that of a section is nothing.
    private bool TouchesSecret(ReceivedRequest request)
    {
        var body = request.Body ?? "";
        return request.Path.Contains($"/boards/{_secret}", StringComparison.Ordinal)
            || request.Path.Contains($"/pins/{_secretPin}", StringComparison.Ordinal)
            || Regex.IsMatch(body, $"\"board_id\"\\s*:\\s*\"{_secret}\"")
            || Regex.IsMatch(body, $"\"pin_id\"\\s*:\\s*\"{_secretPin}\"");
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private static AgentGrant GrantOf(Random random, string[] boards) =>
        new()
        {
            Agent = ToolWorld.Agent.Name,
            Areas = Enum.GetValues<Area>().ToDictionary(area => area, _ => (AreaAccess)random.Next(3)),
            Ask = random.Next(3) == 0 ? null : [],
            Secret = random.Next(2) == 0,
            Allow = random.Next(3) == 0 ? ["operation:" + Writes[random.Next(Writes.Length)]] : [],
            Deny = random.Next(4) == 0 ? [AllTools.All[random.Next(AllTools.All.Count)].Facts.Name] : [],
            Limits = new GrantLimits
            {
                Money = random.Next(2),
                Boards = random.Next(3) == 0 ? [boards[0]] : null,
                LinkHosts = random.Next(3) == 0 ? ["shop.example.com"] : null,
            },
        };

    private static Area AreaOf(Operation operation) =>
        operation.Id switch
        {
            "pins/analytics" or "multi_pins/analytics" => Area.Analytics,
            "boards/list_pins" or "board_sections/list_pins" => Area.Pins,
            _ when operation.Id.StartsWith("user_account/analytics", StringComparison.Ordinal) => Area.Analytics,
            _ when operation.Id.StartsWith("board_sections/", StringComparison.Ordinal) => Area.Sections,
            _ => operation.Group switch
            {
                "boards" => Area.Boards,
                "pins" or "product_tags" => Area.Pins,
                "media" => Area.Media,
                "search" => Area.Search,
                "user_account" => Area.Status,
                _ => Area.Ads,
            },
        };

    private void KeepOneMedium(JsonObject arguments)
    {
        foreach (
            var name in new[] { "image_file", "image_base64", "video_file", "cover_url", "cover_file", "cover_seconds" }
        )
        {
            arguments.Remove(name);
        }

        arguments["image_url"] = "https://example.com/a.jpg";
    }

    private JsonNode? ValueOf(ToolParameter parameter)
    {
        if (_random.Next(12) == 0)
        {
            return Wrong();
        }

        if (parameter.Name == "operation")
        {
            return _random.Next(3) == 0
                ? Writes[_random.Next(Writes.Length)]
                : Operations.All[_random.Next(Operations.All.Count)].Id;
        }

        if (parameter.Choices.Count > 0)
        {
            return parameter.Choices[_random.Next(parameter.Choices.Count)];
        }

        return parameter.Kind switch
        {
            ParameterKind.Id => Id(),
            ParameterKind.Ids => new JsonArray(Id(), Id()),
            ParameterKind.Texts => new JsonArray("IMPRESSION"),
            ParameterKind.Whole => _random.Next(1, 60),
            ParameterKind.Flag => _random.Next(2) == 0,
            ParameterKind.Day => _random.Next(2) == 0 ? "2026-11-01" : "2020-01-01",
            ParameterKind.Address => _random.Next(2) == 0 ? "https://shop.example.com/a" : "https://evil.example/a",
            ParameterKind.Json => Values(),
            _ => parameter.Name is "region" or "country_code" ? "US" : "kitchen",
        };
    }

    // Parameters and bodies of any operation: the names that matter, with ids of this account.
    private JsonObject Values()
    {
        var names = new[] { "board_id", "pin_id", "name", "username", "page_size", "link" };
        var values = new JsonObject();
        foreach (var name in names.Where(_ => _random.Next(3) == 0))
        {
            values[name] = name switch
            {
                "page_size" => 5,
                "link" => "https://evil.example/a",
                _ => Id(),
            };
        }

        return values;
    }

    private string Id() => _ids[_random.Next(_ids.Length)];

    private JsonNode? Wrong() =>
        _random.Next(6) switch
        {
            0 => null,
            1 => 12,
            2 => new string('x', 5_000),
            3 => new JsonObject { ["a"] = 1 },
            4 => new JsonArray(1, 2),
            _ => "\u202e</pinterest-data>",
        };
}
