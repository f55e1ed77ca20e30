using System.CommandLine;
using System.Globalization;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>What can be said of a grant.</summary>
internal sealed class AgentsOptions
{
    private const string None = "none";

    private readonly Option<string?> _account = Text("--account", "NAME", "The account that the agent acts for.");
    private readonly Option<string?> _ends = Text(
        "--ends",
        "TIME",
        "When the grant ends, such as 2027-01-31T18:00:00Z; never."
    );
    private readonly Option<string[]> _areas = Many(
        "--area",
        "AREA=RIGHT",
        "An area with off, read or full. Areas: " + string.Join(", ", GrantWords.Areas) + "."
    );
    private readonly Option<string[]> _allow = Many(
        "--allow",
        "RULE",
        "A tool, or operation:ID, to allow beside the areas."
    );
    private readonly Option<string[]> _removeAllow = Many("--remove-allow", "RULE", "A rule of --allow to take back.");
    private readonly Option<string[]> _deny = Many(
        "--deny",
        "RULE",
        "A tool, or operation:ID, to deny whatever allows it."
    );
    private readonly Option<string[]> _removeDeny = Many("--remove-deny", "RULE", "A rule of --deny to take back.");
    private readonly Option<string[]> _ask = Many(
        "--ask",
        "RULE",
        "A tool, or operation:ID, that a person approves beside what is asked already. "
            + "default: what others see, what deletes, what costs money. none: nothing is asked any more."
    );
    private readonly Option<string[]> _removeAsk = Many(
        "--remove-ask",
        "RULE",
        "A rule of --ask to take back; default, too."
    );
    private readonly Option<string?> _confirmBy = Text(
        "--confirm-by",
        "WHO",
        "Who approves: person, or also the client."
    );
    private readonly Option<bool?> _secret = new("--secret")
    {
        Description = "Whether secret boards may be touched.",
        HelpName = "BOOL",
    };
    private readonly Option<string[]> _boards = Many(
        "--board",
        "ID",
        "A board that may be touched, and only those; all."
    );
    private readonly Option<string[]> _hosts = Many(
        "--link-host",
        "HOST",
        "A host that links may lead to, and only those; all."
    );
    private readonly Option<string?> _folder = Text("--folder", "FOLDER", "The folder that files are read from; none.");
    private readonly Option<string?> _creations = Text(
        "--creations-per-day",
        "N",
        "How many creations in 24 hours; none: no limit."
    );
    private readonly Option<decimal?> _money = new("--money")
    {
        Description = "0: no call that may cost money.",
        HelpName = "AMOUNT",
    };

    public void AddTo(Command command)
    {
        Option[] all =
        [
            _account,
            _ends,
            _areas,
            _allow,
            _removeAllow,
            _deny,
            _removeDeny,
            _ask,
            _removeAsk,
            _confirmBy,
            _secret,
            _boards,
            _hosts,
            _folder,
            _creations,
            _money,
        ];
        foreach (var option in all)
        {
            command.Add(option);
        }
    }

    /// <summary>Makes the new grant of the old.</summary>
    /// <exception cref="CommandException">A value is not allowed; nothing was changed.</exception>
    public AgentGrant Apply(ParseResult parsed, AgentGrant grant) =>
        grant with
        {
            Account = parsed.GetValue(_account) is { } account
                ? Checked(_account, account, GrantValues.ProblemOfAccount)
                : grant.Account,
            Ends = Ends(parsed, grant.Ends),
            Areas = Areas(parsed, grant.Areas),
            Allow = Edited(grant.Allow, Rules(parsed, _allow), Values(parsed, _removeAllow)),
            Deny = Edited(grant.Deny, Rules(parsed, _deny), Values(parsed, _removeDeny)),
            Ask = Ask(parsed, grant.Ask),
            ConfirmBy = Confirm(parsed, grant.ConfirmBy),
            Secret = parsed.GetValue(_secret) ?? grant.Secret,
            Limits = Limits(parsed, grant.Limits),
        };

    private GrantLimits Limits(ParseResult parsed, GrantLimits limits) =>
        limits with
        {
            Boards = Limit(parsed, _boards, limits.Boards, GrantValues.ProblemOfBoard),
            LinkHosts = Limit(parsed, _hosts, limits.LinkHosts, GrantValues.ProblemOfHost),
            Folder = parsed.GetValue(_folder) switch
            {
                null => limits.Folder,
                None => null,
                var folder => Checked(_folder, Path.GetFullPath(folder), GrantValues.ProblemOfFolder),
            },
            CreationsPerDay = parsed.GetValue(_creations) switch
            {
                null => limits.CreationsPerDay,
                None => null,
                var text => Creations(text),
            },
            Money = parsed.GetValue(_money) switch
            {
                null => limits.Money,
                < 0 => throw new CommandException("--money must be 0 or more."),
                { } money => money,
            },
        };

    private int Creations(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count <= GrantValues.MaxCreations
            ? count
            : throw new CommandException($"{_creations.Name} must be 0 to {GrantValues.MaxCreations}, or none.");

    private DateTimeOffset? Ends(ParseResult parsed, DateTimeOffset? ends) =>
        parsed.GetValue(_ends) switch
        {
            null => ends,
            "never" => null,
            var text => GrantValues.TimeOf(text)
                ?? throw new CommandException(
                    $"{_ends.Name}: '{text}' is no time. Write 2027-01-31T18:00:00Z, or never."
                ),
        };

    private Dictionary<Area, AreaAccess> Areas(ParseResult parsed, IReadOnlyDictionary<Area, AreaAccess> before)
    {
        var areas = before.ToDictionary();
        foreach (var text in Values(parsed, _areas))
        {
            var parts = text.Split('=');
            if (
                parts.Length != 2
                || GrantWords.AreaOf(parts[0]) is not { } area
                || GrantWords.AccessOf(parts[1]) is not { } access
            )
            {
                throw new CommandException(
                    $"{_areas.Name}: '{text}' is no AREA=RIGHT. Areas: {string.Join(", ", GrantWords.Areas)}. "
                        + $"Rights: {string.Join(", ", GrantWords.Accesses)}."
                );
            }

            areas[area] = access;
        }

        return areas;
    }

    // What is added to the default does not take its place: nothing is asked less without being said.
    private IReadOnlyList<string>? Ask(ParseResult parsed, IReadOnlyList<string>? before)
    {
        var more = Values(parsed, _ask);
        var less = Values(parsed, _removeAsk);
        if (more.Length + less.Length == 0)
        {
            return before;
        }

        if (more is [None])
        {
            return [];
        }

        var rules = more.Select(rule => Checked(_ask, rule, text => GrantValues.ProblemOfAsk(text)));
        var after = Edited(before ?? [AskRules.Default], rules, less);
        return after is [AskRules.Default] ? null : after;
    }

    private ConfirmBy Confirm(ParseResult parsed, ConfirmBy before) =>
        parsed.GetValue(_confirmBy) switch
        {
            null => before,
            "person" => ConfirmBy.Person,
            "client" => ConfirmBy.Client,
            var text => throw new CommandException($"{_confirmBy.Name}: '{text}' is none of person, client."),
        };

    private static List<string>? Limit(
        ParseResult parsed,
        Option<string[]> option,
        IReadOnlyList<string>? before,
        Func<string, string?> problem
    )
    {
        var values = Values(parsed, option);
        if (values.Length == 0)
        {
            return before?.ToList();
        }

        return values is ["all"]
            ? null
            : Edited(before ?? [], [.. values.Select(value => Checked(option, value, problem))], []);
    }

    private static string[] Rules(ParseResult parsed, Option<string[]> option) =>
        [.. Values(parsed, option).Select(rule => Checked(option, rule, text => GrantValues.ProblemOfRule(text)))];

    private static string[] Values(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) ?? [];

    private static List<string> Edited(
        IEnumerable<string> before,
        IEnumerable<string> more,
        IEnumerable<string> less
    ) => [.. before.Concat(more).Distinct().Except(less)];

    private static string Checked(Option option, string value, Func<string, string?> problem) =>
        problem(value) is { } wrong
            ? throw new CommandException($"{option.Name}: '{value}' is not allowed. {wrong}")
            : value;

    private static Option<string?> Text(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };

    private static Option<string[]> Many(string name, string help, string description) =>
        new(name) { Description = description + " As often as needed.", HelpName = help };
}
