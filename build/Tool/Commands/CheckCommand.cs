using System.CommandLine;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The main job.</summary>
internal sealed class CheckCommand : Command
{
    private const string Help = """
        Checks a checkout of this repository: the pin is intact, the generated client is up to date and has every
        operation, the recorded contracts agree with the description and with the sandbox. Prints what the pinned release
        changed, which never affects the exit code. With --candidate it also compiles the client of the candidate, and
        lists what the candidate breaks. The first line is the verdict. The report is also written to artifacts/report of
        the checkout.

        Exit codes: 0 good; 1 the pin is damaged, the client is stale, an operation is missing, a contract failed, or the
        candidate breaks something that was not accepted; 2 wrong arguments or unreadable input; 3 the environment failed.

        Example: pinterest-openapi check --repository CHECKOUT
        Example: pinterest-openapi check --candidate https://example.com/v5/openapi.json
        """;

    private readonly Option<DirectoryInfo?> _repository = CommonOptions.Repository();
    private readonly Option<string> _format = CommonOptions.Format([.. CheckReports.Formats]);
    private readonly Option<string> _failOn = CommonOptions.FailOnOption();
    private readonly Option<string?> _candidate = new("--candidate")
    {
        Description =
            "A new upstream release, a file or an https address: compare it with the pinned one before anyone pins it.",
        HelpName = "SOURCE",
    };

    private readonly ReportTarget _target;
    private readonly TextWriter _errors;

    public CheckCommand(TextWriter output, TextWriter errors)
        : base("check", Help)
    {
        _target = new ReportTarget(output, errors);
        _errors = errors;
        Add(_repository);
        Add(_format);
        Add(_candidate);
        Add(_failOn);
        _target.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var layout = CommonOptions.Layout(parsed.GetValue(_repository));
        var run = new CheckRun(layout, SandboxVerification.RunAsync, TimeProvider.System)
        {
            FailOn = parsed.GetValue(_failOn)!,
        };
        using var progress = ProgressLine.Start(_errors, "checking the pin");
        var report = await run.RunAsync(parsed.GetValue(_candidate), progress, cancellationToken);
        progress.Dispose();

        // What was found is printed before files are written, because a folder may be read-only.
        var text = CheckReports.Print(report, parsed.GetValue(_format)!, _target.Style(parsed));
        await _target.WriteAsync(parsed, text, cancellationToken);
        var folder = Path.Combine(layout.Root, "artifacts", "report");
        await CheckFiles.SaveAsync(report, folder, cancellationToken);
        await _target.WroteAsync(Path.Combine(folder, "index.html"));
        return report.IsGood ? ExitCodes.Good : ExitCodes.Found;
    }
}
