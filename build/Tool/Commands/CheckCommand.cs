using System.CommandLine;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The main job.</summary>
internal sealed class CheckCommand : Command
{
    private const string Help = """
        Checks what the checkout holds: the pin is intact, the generated client is up to date and has every operation, the recorded
        contracts agree with the description and with the sandbox. Prints what the pinned release changed, which never affects the exit
        code. With --candidate also: the client of the candidate compiles, and what it breaks, for somebody and for the contracts.

        Exit codes: 0 good; 1 the pin is damaged, the client is stale, an operation is missing, a contract failed, or the candidate breaks
        something that was not accepted; 2 wrong arguments or unreadable input; 3 the environment failed.

        Example: pinterest-openapi check --format markdown
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

    private readonly TextWriter _output;
    private readonly TextWriter _errors;

    public CheckCommand(TextWriter output, TextWriter errors)
        : base("check", Help)
    {
        _output = output;
        _errors = errors;
        Add(_repository);
        Add(_format);
        Add(_candidate);
        Add(_failOn);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var layout = CommonOptions.Layout(parsed.GetValue(_repository));
        var progress = Console.IsErrorRedirected ? null : new Progress<string>(step => _errors.Write($"\r{step, -12}"));
        var report = await new CheckRun(layout, SandboxVerification.RunAsync, TimeProvider.System).RunAsync(
            parsed.GetValue(_candidate),
            progress,
            cancellationToken
        );
        if (progress is not null)
        {
            await _errors.WriteAsync($"\r{"", -12}\r");
        }

        await CheckFiles.SaveAsync(report, Path.Combine(layout.Root, "artifacts", "report"), cancellationToken);
        await _output.ReportAsync(CheckReports.Print(report, parsed.GetValue(_format)!));
        return report.Fails(parsed.GetValue(_failOn)!) ? ExitCodes.Found : ExitCodes.Good;
    }
}
