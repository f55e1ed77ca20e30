using System.Text;
using System.Text.Json;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>
/// Reads the JSON of a file of grants. Whatever is not known is refused with its line, because a grant that is half
/// understood could allow what nobody meant.
/// </summary>
internal ref partial struct GrantFileReader
{
    private const int MaxDepth = 16;
    private const string AgentMembers = "account, ends, areas, allow, deny, ask, confirmBy, secret, limits";
    private const string LimitMembers = "boards, linkHosts, folder, creationsPerDay, money";

    private readonly ReadOnlySpan<byte> _text;
    private readonly string _name;
    private readonly IReadOnlyCollection<string>? _tools;
    private Utf8JsonReader _json;

    public GrantFileReader(ReadOnlySpan<byte> text, string name, IReadOnlyCollection<string>? tools)
    {
        // Editors of Windows may begin a file with the mark of UTF-8.
        _text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        _name = name;
        _tools = tools;
        _json = new Utf8JsonReader(
            _text,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow, MaxDepth = MaxDepth }
        );
    }

    public bool HasComments { get; private set; }

    public Dictionary<string, AgentGrant> Read()
    {
        try
        {
            Next();
            var agents = ReadRoot();
            if (Advance())
            {
                throw Wrong("There is something after the end of the object. Remove it.");
            }

            return agents;
        }
        catch (JsonException error)
        {
            throw new GrantFileException(
                $"{_name} is no JSON: see line {error.LineNumber + 1}. Nothing is allowed until it is mended.",
                error
            )
            {
                Line = (int?)error.LineNumber + 1,
            };
        }
        catch (InvalidOperationException error)
        {
            // A text with bytes that are not UTF-8, or with half of a surrogate pair.
            throw Wrong("There is a text that is not UTF-8.", error);
        }
    }

    private Dictionary<string, AgentGrant> ReadRoot()
    {
        Dictionary<string, AgentGrant>? agents = null;
        var seen = Begin("The file");
        while (NextMember(seen, "agents, $schema") is { } member)
        {
            switch (member)
            {
                case "agents":
                    agents = ReadAgents();
                    break;
                case "$schema":
                    Text("$schema");
                    break;
                default:
                    throw Unknown(member, "agents, $schema");
            }
        }

        return agents ?? throw Wrong("The member agents is missing. An empty file of grants is {\"agents\": {}}.");
    }

    private Dictionary<string, AgentGrant> ReadAgents()
    {
        var agents = new Dictionary<string, AgentGrant>();
        var seen = Begin("agents");
        while (NextMember(seen, "names of agents") is { } name)
        {
            Check(GrantValues.ProblemOfAgent(name), name);
            Next();
            agents.Add(name, ReadAgent(name));
        }

        return agents;
    }

    private AgentGrant ReadAgent(string name)
    {
        var grant = new AgentGrant { Agent = name };
        var seen = Begin(name, isRead: true);
        while (NextMember(seen, AgentMembers) is { } member)
        {
            grant = member switch
            {
                "account" => grant with { Account = Checked(member, GrantValues.ProblemOfAccount) },
                "ends" => grant with { Ends = Time(member) },
                "areas" => grant with { Areas = ReadAreas() },
                "allow" => grant with { Allow = Rules(member) },
                "deny" => grant with { Deny = Rules(member) },
                "ask" => grant with { Ask = Asked(member) },
                "confirmBy" => grant with { ConfirmBy = Confirm(member) },
                "secret" => grant with { Secret = Flag(member) },
                "limits" => grant with { Limits = ReadLimits() },
                _ => throw Unknown(member, AgentMembers),
            };
        }

        return grant;
    }

    private Dictionary<Area, AreaAccess> ReadAreas()
    {
        var areas = new Dictionary<Area, AreaAccess>();
        var seen = Begin("areas");
        var words = string.Join(", ", GrantWords.Areas);
        while (NextMember(seen, words) is { } member)
        {
            var area = GrantWords.AreaOf(member) ?? throw Unknown(member, words, "area");
            var word = Text(member);
            areas[area] =
                GrantWords.AccessOf(word)
                ?? throw Wrong(
                    $"'{Shown(word)}' is no right of an area. Allowed are {string.Join(", ", GrantWords.Accesses)}."
                );
        }

        return areas;
    }

    private GrantLimits ReadLimits()
    {
        var limits = new GrantLimits();
        var seen = Begin("limits");
        while (NextMember(seen, LimitMembers) is { } member)
        {
            limits = member switch
            {
                "boards" => limits with { Boards = List(member, GrantValues.ProblemOfBoard) },
                "linkHosts" => limits with { LinkHosts = List(member, GrantValues.ProblemOfHost) },
                "folder" => limits with { Folder = Checked(member, GrantValues.ProblemOfFolder) },
                "creationsPerDay" => limits with { CreationsPerDay = Count(member) },
                "money" => limits with { Money = Money(member) },
                _ => throw Unknown(member, LimitMembers),
            };
        }

        return limits;
    }

    // Reads to the beginning of an object. Its members are noted, because one that stands twice could hide another.
    private HashSet<string> Begin(string what, bool isRead = false)
    {
        if (!isRead && what != "The file")
        {
            Next();
        }

        return _json.TokenType == JsonTokenType.StartObject ? [] : throw Wrong($"{what} must be an object.");
    }

    private string? NextMember(HashSet<string> seen, string allowed)
    {
        if (Next() == JsonTokenType.EndObject)
        {
            return null;
        }

        var member = _json.GetString()!;
        return seen.Add(member)
            ? member
            : throw Wrong($"'{Shown(member)}' is here twice. Remove one. Allowed are {allowed}, each once.");
    }

    private JsonTokenType Next() => Advance() ? _json.TokenType : throw Wrong("The file ends too early.");

    private bool Advance()
    {
        while (_json.Read())
        {
            if (_json.TokenType != JsonTokenType.Comment)
            {
                return true;
            }

            HasComments = true;
        }

        return false;
    }

    private readonly void Check(string? problem, string value)
    {
        if (problem is not null)
        {
            throw Wrong($"'{Shown(value)}' is not allowed here. {problem}");
        }
    }

    private readonly GrantFileException Unknown(string member, string allowed, string what = "member") =>
        Wrong($"There is no {what} '{Shown(member)}'. Allowed are {allowed}.");

    private readonly GrantFileException Wrong(string problem, Exception? inner = null)
    {
        var line = 1 + _text[..(int)_json.TokenStartIndex].Count((byte)'\n');
        return new GrantFileException($"{_name}, line {line}: {problem} Nothing is allowed until it is mended.", inner)
        {
            Line = line,
        };
    }

    // Never more than a few characters, and none that could move a cursor or turn a line around.
    private static string Shown(string text)
    {
        const int Most = 40;
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(Most))
        {
            shown.Append(
                Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format
                    ? "?"
                    : rune.ToString()
            );
        }

        return shown.ToString();
    }
}
