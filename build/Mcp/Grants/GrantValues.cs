using System.Globalization;
using System.Text.RegularExpressions;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>
/// What a value of a grant may be. The reader of the file and the commands ask here; each answer is null, or says what
/// is allowed.
/// </summary>
public static partial class GrantValues
{
    /// <summary>The most entries that a list may have.</summary>
    public const int MaxEntries = 1000;

    /// <summary>The most creations a day that can be granted.</summary>
    public const int MaxCreations = 100_000;

    /// <summary>The name of a program with a client of its own in rules.</summary>
    public const string ClientTool = "client";

    private const string OperationPrefix = "operation:";

    /// <summary>Says what is wrong with the name of an agent.</summary>
    public static string? ProblemOfAgent(string name) =>
        AgentName().IsMatch(name) ? null : "The name of an agent has 1 to 64 letters, digits, '-', '_' and '.'.";

    /// <summary>Says what is wrong with the name of an account.</summary>
    public static string? ProblemOfAccount(string name) =>
        AccountName().IsMatch(name)
            ? null
            : "The name of an account has 1 to 128 characters, none of them a control character.";

    /// <summary>Says what is wrong with a rule of allow, deny or ask.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="tools">The names of all tools, or null when they are not known.</param>
    public static string? ProblemOfRule(string rule, IReadOnlyCollection<string>? tools = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!Rule().IsMatch(rule))
        {
            return "A rule is the name of a tool such as pinterest_create_pin, or operation: with the id of an "
                + "operation such as operation:pins/create; a star matches any characters.";
        }

        if (rule.StartsWith(OperationPrefix, StringComparison.Ordinal))
        {
            var pattern = rule[OperationPrefix.Length..];
            return Operations.All.Any(operation => Wildcard.Matches(pattern, operation.Id))
                ? null
                : "There is no such operation. 'pinterest-openapi operations' lists all of them.";
        }

        return tools is null || rule is "*" or ClientTool || tools.Any(tool => Wildcard.Matches(rule, tool))
            ? null
            : $"There is no such tool. Tools are {string.Join(", ", tools)}.";
    }

    /// <summary>Says what is wrong with a rule of ask: as of <see cref="ProblemOfRule"/>, or the word default.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="tools">The names of all tools, or null when they are not known.</param>
    public static string? ProblemOfAsk(string rule, IReadOnlyCollection<string>? tools = null) =>
        rule == AskRules.Default ? null : ProblemOfRule(rule, tools);

    /// <summary>Says what is wrong with the id of a board.</summary>
    public static string? ProblemOfBoard(string id) =>
        BoardId().IsMatch(id) ? null : "The id of a board has 1 to 64 letters, digits, '-' and '_'.";

    /// <summary>Says what is wrong with a host that links may lead to.</summary>
    public static string? ProblemOfHost(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return LinkHost.TryReadRule(host, out _)
            ? null
            : "A host is a name such as example.com, or *.example.com for all names below it, without port or path.";
    }

    /// <summary>Says what is wrong with a folder.</summary>
    public static string? ProblemOfFolder(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var isPlain =
            folder.Length is > 0 and <= 1024 && !folder.Any(char.IsControl) && Path.IsPathFullyQualified(folder);
        return isPlain ? null : "A folder is a full path of at most 1,024 characters.";
    }

    /// <summary>Reads an end, for example 2027-01-31T18:00:00Z.</summary>
    /// <returns>The time, or null when it is none. A time needs its difference to UTC.</returns>
    public static DateTimeOffset? TimeOf(string text)
    {
        string[] forms = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mmzzz"];
        return DateTimeOffset.TryParseExact(
            text,
            forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AgentName();

    [GeneratedRegex(@"\A[^\p{C}]{1,128}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AccountName();

    [GeneratedRegex(@"\A(?:operation:)?[a-z0-9_/*]{1,128}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BoardId();
}
