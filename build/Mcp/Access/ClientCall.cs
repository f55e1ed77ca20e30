using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>A request of a program, in the terms of grants.</summary>
internal sealed class ClientCall(
    MatchedOperation matched,
    IReadOnlyList<KeyValuePair<string, string>> query,
    JToken? body
)
{
    private const int MostPins = 50;
    private const int LongestLine = 3000;
    private const int LongestArguments = 128 * 1024 * 1024;

    // Their results cannot be told apart by what they say: a Pin does not say whether its board is secret.
    private static readonly string[] MayListSecrets =
    [
        "pins/list",
        "search_user_pins/list",
        "search_user_boards/get",
        "user_account/analytics/top_pins",
        "user_account/analytics/top_video_pins",
    ];

    private readonly Operation _operation = matched.Operation;

    private string Id => _operation.Id;

    /// <summary>Makes the call that is judged.</summary>
    public AgentCall ToAgentCall()
    {
        var area = OperationAreas.Of(Id);
        var kind = OperationAreas.KindOf(Id);
        var isVisible = kind != CallKind.Read && area is Area.Boards or Area.Pins or Area.Sections or Area.Status;
        return new AgentCall
        {
            Tool = GrantValues.ClientTool,
            Area = area,
            Kind = kind,
            Operations = [Id],
            LookUps = LookUps(),
            IsOutsideOfTools = kind != CallKind.Read && area is Area.Ads or Area.Status,
            IsCreation = kind == CallKind.Write && _operation.Method == HttpMethod.Post && area != Area.Media,
            CreatesSeveral = body is JArray { Count: > 1 } || OperationAreas.IsBulk(Id),
            LeavesBoardOpen = OperationAreas.PutsPin(Id) && !BodyIds(BodyMembers.IsBoard).Any(),
            IsVisible = isVisible,
            CostsMoney = OperationAreas.CostsMoney(Id),
            IsSecret = MayListSecrets.Contains(Id) || Body("privacy") == "SECRET",
            Boards = Boards(),
            Pins = Pins(),
            LinkHosts = Links(),
            Arguments = CanonicalJson.Of(Arguments(), LongestArguments),
            Summary = new CallSummary { Action = $"called {Id}", Lines = Lines() },
        };
    }

    /// <summary>Looks up the boards of Pins, and which boards are secret.</summary>
    public static async Task<AgentCall> CompleteAsync(
        AgentCall call,
        IPinterestClient client,
        CancellationToken cancellationToken
    )
    {
        if (call.Pins.Count > MostPins)
        {
            throw new AccessDeniedException(
                new CallDecision(
                    Verdict.Denied,
                    "gate",
                    $"A call may name at most {MostPins} Pins. Make several calls."
                )
            );
        }

        var boards = new HashSet<string>(call.Boards);
        foreach (var pin in call.Pins)
        {
            var found = await client.Pins.GetAsync(pin, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (found.BoardId is { Length: > 0 } board)
            {
                boards.Add(board);
            }
        }

        var isSecret = call.IsSecret;
        foreach (var board in boards)
        {
            var found = await client.Boards.GetAsync(board, cancellationToken: cancellationToken).ConfigureAwait(false);
            isSecret |= found.Privacy == BoardPrivacy.Secret;
        }

        return call with
        {
            Boards = [.. boards],
            IsSecret = isSecret,
            IsVisible = call.IsVisible && !isSecret,
        };
    }

    /// <summary>Makes the request that the gate's client sends.</summary>
    public PinterestRawCall ToRaw() =>
        new(_operation.Method, _operation.Path)
        {
            PathValues = matched.Values,
            Query = query,
            Body = body,
            RateCategory = _operation.RateCategory,
            IsRead = _operation.Access == OperationAccess.Read,
        };

    private List<string> LookUps()
    {
        var lookUps = new List<string>();
        if (Pins().Count > 0)
        {
            lookUps.Add("pins/get");
        }

        if (Pins().Count + Boards().Count > 0)
        {
            lookUps.Add("boards/get");
        }

        return lookUps;
    }

    private List<string> Boards() =>
        [
            .. BodyIds(BodyMembers.IsBoard)
                .Prepend(matched.Values.GetValueOrDefault("board_id"))
                .OfType<string>()
                .Distinct(),
        ];

    private List<string> Pins()
    {
        var ids = query.Where(pair => pair.Key == "pin_ids").SelectMany(pair => pair.Value.Split(','));
        var named = ids.Prepend(matched.Values.GetValueOrDefault("pin_id")).Concat(BodyIds(BodyMembers.IsPin));
        return [.. named.OfType<string>().Distinct()];
    }

    // At any depth, and in lists: {"items": [{"pin_id": "1"}], "pin_ids": ["2"]}.
    private IEnumerable<string> BodyIds(Func<string, bool> isId) =>
        body is JContainer json
            ? json.DescendantsAndSelf()
                .OfType<JProperty>()
                .Where(member => isId(member.Name))
                .SelectMany(member => member.DescendantsAndSelf().OfType<JValue>())
                .Where(value => value.Type != JTokenType.Null)
                .Select(TextOf)
                .Where(id => id.Length > 0)
            : [];

    // Each picture of a carousel may have a link of its own.
    private List<string> Links()
    {
        if (body is not JContainer json)
        {
            return [];
        }

        var links = json.DescendantsAndSelf()
            .OfType<JProperty>()
            .Where(one => BodyMembers.IsLink(one.Name) && one.Value.Type != JTokenType.Null)
            .Select(one => TextOf(one.Value))
            .Where(link => link.Length > 0);

        // What is no link is no host either, so a limit on hosts refuses it.
        return [.. links.Select(link => LinkHost.TryOfLink(link, out var host) ? host : link).Distinct()];
    }

    private string? Body(string name) => body is JObject json && json[name] is JValue value ? (string?)value : null;

    private string Arguments()
    {
        var path = new JObject(matched.Values.Select(pair => new JProperty(pair.Key, pair.Value)));
        var pairs = new JArray(query.Select(pair => new JArray(pair.Key, pair.Value)));
        var arguments = new JObject
        {
            ["operation"] = Id,
            ["path"] = path,
            ["query"] = pairs,
        };
        if (body is not null)
        {
            // A copy: within the arguments the body would have another path, which a person is shown.
            arguments["body"] = body.DeepClone();
        }

        return arguments.ToString(Formatting.None);
    }

    // Nothing is cut: a person approves what was shown, and all of it. Of a picture's bytes a hash is shown. The names say
    // where a value stands, so that no member of a body looks like a line of ours.
    private List<SummaryLine> Lines()
    {
        var values = matched.Values.Concat(query.Select(pair => KeyValuePair.Create($"query.{pair.Key}", pair.Value)));
        if (body is JContainer json)
        {
            values = values.Concat(
                json.DescendantsAndSelf()
                    .Where(IsLeaf)
                    .Select(value => KeyValuePair.Create(PlaceOf(value), Shown(value)))
            );
        }

        return [.. values.SelectMany(pair => Pieces(pair.Value).Select(piece => new SummaryLine(pair.Key, piece)))];
    }

    // An empty list or object is sent, too, and may wipe what stands there.
    private static bool IsLeaf(JToken token) => token is JValue or JArray { Count: 0 } or JObject { Count: 0 };

    private static string PlaceOf(JToken value) => $"body.{value.Path}".TrimEnd('.');

    private static string Shown(JToken value)
    {
        var text = TextOf(value);
        var isBytes = text.Length > LongestLine && value.Parent is JProperty { Name: "data" or "cover_image_data" };
        if (!isBytes)
        {
            return value.Type == JTokenType.Null ? "null" : text;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters, SHA-256 {hash}");
    }

    private static IEnumerable<string> Pieces(string text) =>
        text.Length == 0 ? ["(empty)"] : text.Chunk(LongestLine).Select(piece => new string(piece));

    private static string TextOf(JToken value) =>
        value is JValue simple
            ? Convert.ToString(simple.Value, CultureInfo.InvariantCulture) ?? ""
            : value.ToString(Formatting.None);
}
