using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>What can be said to log.</summary>
internal sealed class LogOptions
{
    public const string Json = "json";
    public const string Csv = "csv";
    private const string Plain = "text";
    private const int UsualLimit = 100;

    private readonly Option<string?> _agent = new("--agent") { Description = "Only this agent.", HelpName = "NAME" };
    private readonly Option<string?> _area = SharedOptions.OneOf(
        "--area",
        "Only this area",
        Enum.GetNames<Area>().Select(name => name.ToLowerInvariant())
    );
    private readonly Option<string?> _decision = SharedOptions.OneOf(
        "--decision",
        "Only what was decided so",
        AuditWords.Decisions
    );
    private readonly Option<string?> _outcome = SharedOptions.OneOf(
        "--outcome",
        "Only what ended so",
        AuditWords.AllOutcomes
    );
    private readonly Option<string?> _text = new("--text")
    {
        Description = "Only sentences that contain this text.",
        HelpName = "TEXT",
    };
    private readonly Option<string?> _since = TimeOption("--since", "Only from this time on");
    private readonly Option<string?> _until = TimeOption("--until", "Only before this time");

    public Option<int?> Limit { get; } =
        new("--limit")
        {
            Description =
                "How many of the newest entries to show, 1 to 1000. Default: 100 for text, all for json and csv.",
            HelpName = "N",
        };

    public Option<string?> Format { get; } =
        SharedOptions.OneOf("--format", "How to print (default: text)", [Plain, Json, Csv]);

    public Option<bool> Verify { get; } =
        new("--verify") { Description = "Check the whole log instead of showing it. Exit code 1 when it is broken." };

    public Option<FileInfo?> Output { get; } =
        new("--output", "-o") { Description = "Write into a file, readable by you only.", HelpName = "FILE" };

    public Option<FileInfo?> Head { get; } = SharedOptions.HeadFile();

    public StoreOption Store { get; } = new();

    public void AddTo(Command command)
    {
        Limit.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var limit)
                && limit is < 1 or > AuditFilter.MaxLimit
            )
            {
                result.AddError($"--limit must be from 1 to {AuditFilter.MaxLimit}.");
            }
        });
        foreach (var option in (Option[])[_agent, _area, _decision, _outcome, _text, _since, _until, Limit])
        {
            command.Add(option);
        }

        foreach (var option in (Option[])[Format, Output, Verify, Head])
        {
            command.Add(option);
        }

        Store.AddTo(command);
    }

    /// <summary>Reads the filter.</summary>
    public AuditFilter Filter(ParseResult parsed, DateTimeOffset now) =>
        new()
        {
            Agent = parsed.GetValue(_agent),
            Area = parsed.GetValue(_area),
            Decision = parsed.GetValue(_decision),
            Outcome = AuditWords.OutcomeOf(parsed.GetValue(_outcome)),
            Text = parsed.GetValue(_text),
            From = Time(parsed.GetValue(_since), now),
            To = Time(parsed.GetValue(_until), now),
            Limit = parsed.GetValue(Limit) ?? UsualLimit,
        };

    private static Option<string?> TimeOption(string name, string description)
    {
        var option = new Option<string?>(name)
        {
            Description =
                $"{description}: a day or a time in UTC (2026-11-26, 2026-11-26T21:00Z), or how long ago (30m, 24h, 7d).",
            HelpName = "TIME",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Time(token.Value, DateTimeOffset.UnixEpoch) is null)
            {
                result.AddError(
                    $"{name}: '{token.Value}' is no time. Examples: 2026-11-26, 2026-11-26T21:00Z, 24h, 7d."
                );
            }
        });
        return option;
    }

    private static DateTimeOffset? Time(string? text, DateTimeOffset now)
    {
        const int MostUnits = 100_000;
        if (text is null or "")
        {
            return null;
        }

        if (
            text[^1] is 'm' or 'h' or 'd'
            && int.TryParse(text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        )
        {
            return count > MostUnits ? null : now - Unit(text[^1]) * count;
        }

        return DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
            : null;
    }

    private static TimeSpan Unit(char unit) =>
        unit switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            _ => TimeSpan.FromDays(1),
        };
}
