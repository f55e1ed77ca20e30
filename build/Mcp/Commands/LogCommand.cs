using System.CommandLine;
using System.Globalization;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Shows what agents did, exports it, and checks that nobody changed it.</summary>
internal sealed class LogCommand : Command
{
    private const string Help = """
        Shows what agents did, one sentence a line, the newest last. Times are UTC. --format json and csv export every entry (two for
        each call) with its hash. --verify reads the whole log and names the first entry that was changed, removed or swapped, or says
        that the end is missing; exit code 1 then.

        Example: pinterest-mcp log --agent blog-helper --since 7d
        Example: pinterest-mcp log --decision denied --limit 20
        Example: pinterest-mcp log --format csv --since 2026-11-01 --output november.csv
        Example: pinterest-mcp log --verify
        Example: pinterest-mcp log --verify --head-file /srv/heads/agents.head
        """;

    private const int LongestLine = 2_000;
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    private readonly LogOptions _options = new();
    private readonly TextWriter _output;
    private readonly TextWriter _errors;
    private readonly TimeProvider _time;

    public LogCommand(TextWriter output, TextWriter errors, TimeProvider? time = null)
        : base("log", Help)
    {
        _output = output;
        _errors = errors;
        _time = time ?? TimeProvider.System;
        _options.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_options.Verify) && IsGone(parsed))
        {
            await _output.WriteLineAsync(
                "The log was removed: there is no file, but its head notes that there was one."
            );
            return ExitCodes.Found;
        }

        using var store = _options.Store.OpenExisting(parsed, _time);
        var log = new StoredAuditLog(
            store,
            new AuditLogOptions { HeadFile = parsed.GetValue(_options.Head)?.FullName }
        );
        if (parsed.GetValue(_options.Verify))
        {
            if (parsed.GetValue(_options.Head) is { Exists: false } head)
            {
                throw new CommandException(
                    $"There is no {head.FullName}, which would note the last entry. Nothing was verified."
                );
            }

            return await VerifyAsync(log, cancellationToken);
        }

        var filter = _options.Filter(parsed, _time.GetUtcNow());
        if (parsed.GetValue(_options.Output) is not { } file)
        {
            await WriteAsync(log, filter, parsed, _output, cancellationToken);
            return ExitCodes.Good;
        }

        await using (var writer = new StreamWriter(StoreFile.Create(file.FullName)))
        {
            await WriteAsync(log, filter, parsed, writer, cancellationToken);
        }

        await _errors.WriteLineAsync($"Written to {file.Name}.");
        return ExitCodes.Good;
    }

    private bool IsGone(ParseResult parsed)
    {
        var choice = _options.Store.Read(parsed);
        var head = parsed.GetValue(_options.Head)?.FullName ?? AgentStore.HeadBeside(choice.File);
        return choice.Postgres is null && !File.Exists(choice.File) && File.Exists(head);
    }

    private async Task<int> VerifyAsync(StoredAuditLog log, CancellationToken cancellationToken)
    {
        var found = await log.VerifyAsync(cancellationToken);
        if (found.IsWhole)
        {
            await _output.WriteLineAsync(found.Message);
            return ExitCodes.Good;
        }

        await _output.WriteLineAsync(HarmlessText.Line(found.Message, LongestLine));
        await _output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Whole up to entry {found.Last.Number}, which has the hash {found.Last.Hash}. Compare that with the "
                    + $"server's own log."
            )
        );
        return ExitCodes.Found;
    }

    private async Task WriteAsync(
        StoredAuditLog log,
        AuditFilter filter,
        ParseResult parsed,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        switch (parsed.GetValue(_options.Format))
        {
            case LogOptions.Json:
                await AuditExport.WriteJsonLinesAsync(Rows(), output, cancellationToken);
                break;
            case LogOptions.Csv:
                await AuditExport.WriteCsvAsync(Rows(), output, cancellationToken);
                break;
            default:
                await WriteSentencesAsync(log, filter, output, cancellationToken);
                break;
        }

        IAsyncEnumerable<AuditRow> Rows() =>
            parsed.GetValue(_options.Limit) is null
                ? log.ExportAsync(filter, cancellationToken)
                : log.LastAsync(filter, cancellationToken);
    }

    private static async Task WriteSentencesAsync(
        StoredAuditLog log,
        AuditFilter filter,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var entries = await log.QueryAsync(filter, cancellationToken);
        if (entries.Count == 0)
        {
            await output.WriteLineAsync("No entry.");
        }

        foreach (var entry in entries.Reverse())
        {
            var time = entry.At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

            // The file may have been edited by hand, so that its texts are no more than data.
            await output.WriteLineAsync($"{time}  {HarmlessText.Line(entry.Sentence, LongestLine)}");
        }
    }
}
