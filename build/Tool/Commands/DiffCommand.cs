using System.CommandLine;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The breaking-change report.</summary>
internal sealed class DiffCommand : Command
{
    private const string Help = """
        Compares two descriptions: what breaks the wire, what breaks the generated client, and what merely changed. One line for
        each changed place, with the operations that it reaches. Exit code 1 when something breaks that was not accepted,
        2 when a part could not be compared.

        Example: pinterest-openapi diff 5.22.0 5.23.0
        Example: pinterest-openapi diff 5.22.0 5.23.0 --pacts tests/Contract/pacts --fail-on breaks-contracts
        Example: pinterest-openapi diff main:openapi.yaml openapi.yaml --no-client
        Example: pinterest-openapi diff pinned new.json --format markdown --output report.md
        """;

    private readonly DiffOptions _options = new();
    private readonly ReportTarget _target;
    private readonly TextWriter _output;
    private readonly TextWriter _errors;

    public DiffCommand(TextWriter output, TextWriter errors)
        : base("diff", Help)
    {
        _target = new ReportTarget(output, errors);
        _output = output;
        _errors = errors;
        _options.AddTo(this);
        _target.AddTo(this);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_options.Rules))
        {
            return PrintAsync(DiffReports.Rules(parsed.GetValue(_options.Format)!, _target.Style(parsed)));
        }

        if (parsed.GetValue(_options.Explain) is { } rule)
        {
            return PrintAsync(DiffReports.Explain(DiffRules.Find(rule), _target.Style(parsed)));
        }

        if (parsed.GetValue(_options.Base) is not { } from || parsed.GetValue(_options.Revision) is not { } to)
        {
            return RejectAsync("Pass what to compare: BASE and REVISION. See 'pinterest-openapi diff --help'.");
        }

        if (_options.FileOfTwoReports(parsed, _target.File(parsed)) is { } file)
        {
            return RejectAsync($"{file}: Two reports would be written here. Pass --output and --also different files.");
        }

        var policy = _options.Policy(parsed);
        var failOn = _options.FailOnOf(parsed, policy);
        var needsContracts = parsed.GetValue(_options.OnlyContracts) || FailOn.NeedsContracts(failOn);
        return needsContracts && parsed.GetValue(_options.Pacts) is not { Length: > 0 }
            ? RejectAsync("Which contracts? Pass --pacts FOLDER.")
            : CompareAsync(parsed, _options.Request(parsed, from, to, policy), failOn, cancellationToken);
    }

    private async Task<int> CompareAsync(
        ParseResult parsed,
        DiffRequest request,
        string failOn,
        CancellationToken cancellationToken
    )
    {
        using var progress = ProgressLine.Start(_errors, $"comparing {request.Base} with {request.Revision}");
        var result = await DiffRun.RunAsync(request, TimeProvider.System, cancellationToken);
        progress.Dispose();
        var shown = _options.Shown(parsed, result);
        foreach (var (format, file) in _options.FurtherReports(parsed))
        {
            await _target.WriteAsync(file, DiffReports.Print(shown, format), cancellationToken);
        }

        var text = DiffReports.Print(shown, parsed.GetValue(_options.Format)!, _target.Style(parsed));
        await _target.WriteAsync(parsed, text, cancellationToken);
        if (result.Uncompared.Count > 0 && !parsed.GetValue(_options.AllowUncompared))
        {
            return await RejectAsync(
                $"{Counts.Of(result.Uncompared.Count, "place")} could not be compared, so the report may lack changes. "
                    + "Correct the descriptions, or pass --allow-uncompared."
            );
        }

        return FailOn.IsReached(result, failOn) ? ExitCodes.Found : ExitCodes.Good;
    }

    private async Task<int> PrintAsync(string text)
    {
        await _output.ReportAsync(text);
        return ExitCodes.Good;
    }

    private async Task<int> RejectAsync(string message)
    {
        await _errors.LineAsync(message);
        return ExitCodes.Misuse;
    }
}
