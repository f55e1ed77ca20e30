using System.CommandLine;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The breaking-change report.</summary>
internal static class DiffCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var before = CommonOptions.OptionalArgument(
            "BASE",
            "What to compare with: a file, an https address, a stored version like 5.22.0, or 'pinned'."
        );
        var after = CommonOptions.OptionalArgument("REVISION", "What to compare: the same kinds.");
        var format = CommonOptions.Format([.. DiffReports.Formats]);
        var outputFile = new Option<FileInfo?>("--output")
        {
            Description = "Write the report into a file instead of printing it.",
            HelpName = "FILE",
        };
        var failOn = CommonOptions.FailOn();
        var severity = new Option<string?>("--severity")
        {
            Description = "The least severity that is reported. Default: all.",
            HelpName = "SEVERITY",
        };
        CommonOptions.OneOf(severity, [.. Enum.GetValues<Severity>().Select(value => value.Word())]);
        var noClient = new Option<bool>("--no-client")
        {
            Description = "Do not ask what becomes of the generated client, which takes seconds.",
        };
        var accepted = new Option<FileInfo?>("--accepted")
        {
            Description =
                "The accepted breaks. Default: openapi/accepted-breaks.json of the checkout, if there is one.",
            HelpName = "FILE",
        };
        var pacts = new Option<string[]>("--pacts")
        {
            Description =
                "Pact files, or folders of such: mark what reaches and what breaks your recorded interactions.",
            HelpName = "PACT",
            Arity = ArgumentArity.OneOrMore,
        };
        var onlyContracts = new Option<bool>("--only-contracts")
        {
            Description = "Report only what reaches recorded interactions.",
        };
        var rules = new Option<bool>("--rules") { Description = "List the rules." };
        var explain = new Option<string?>("--explain") { Description = "Explain a rule.", HelpName = "RULE" };
        var repository = CommonOptions.Repository();
        var command = new Command(
            "diff",
            """
            Compares two descriptions: what breaks the wire, what breaks the generated client, and what merely changed. One line for
            each changed place, with the operations that it reaches. Exit code 1 when something breaks that was not accepted.

            Example: pinterest-openapi diff 5.22.0 5.23.0
            Example: pinterest-openapi diff 5.22.0 5.23.0 --pacts tests/Contract/pacts --fail-on breaks-contracts
            Example: pinterest-openapi diff pinned new.json --format markdown --output report.md
            """
        )
        {
            before,
            after,
            format,
            outputFile,
            failOn,
            severity,
            noClient,
            accepted,
            pacts,
            onlyContracts,
            rules,
            explain,
            repository,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                if (parsed.GetValue(rules))
                {
                    return await PrintAsync(output, DiffReports.Rules(parsed.GetValue(format)!)).ConfigureAwait(false);
                }

                if (parsed.GetValue(explain) is { } id)
                {
                    return await PrintAsync(output, DiffReports.Explain(DiffRules.Find(id))).ConfigureAwait(false);
                }

                if (parsed.GetValue(before) is not { } from || parsed.GetValue(after) is not { } to)
                {
                    await errors
                        .WriteLineAsync("Pass what to compare: BASE and REVISION. See 'pinterest-openapi diff --help'.")
                        .ConfigureAwait(false);
                    return ExitCodes.Misuse;
                }

                var contracts = parsed.GetValue(pacts) ?? [];
                if (
                    contracts.Length == 0
                    && (parsed.GetValue(onlyContracts) || CommonOptions.AsksForContracts(parsed.GetValue(failOn)!))
                )
                {
                    await errors.WriteLineAsync("Which contracts? Pass --pacts FOLDER.").ConfigureAwait(false);
                    return ExitCodes.Misuse;
                }

                var result = await DiffRun
                    .RunAsync(
                        new DiffRequest(from, to)
                        {
                            Repository = parsed.GetValue(repository)?.FullName ?? Directory.GetCurrentDirectory(),
                            WithClient = !parsed.GetValue(noClient),
                            AcceptedBreaks = parsed.GetValue(accepted)?.FullName,
                            Pacts = contracts,
                        },
                        TimeProvider.System,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                var shown = parsed.GetValue(severity) is { } least
                    ? result with
                    {
                        Findings = [.. result.Findings.Where(finding => finding.Severity >= DiffReports.Parse(least))],
                    }
                    : result;
                if (parsed.GetValue(onlyContracts))
                {
                    shown = shown with
                    {
                        Findings = [.. shown.Findings.Where(finding => finding.Interactions.Count > 0)],
                        Notices = [.. shown.Notices, "Only what reaches recorded interactions is reported."],
                    };
                }

                var text = DiffReports.Print(shown, parsed.GetValue(format)!);
                if (parsed.GetValue(outputFile) is { } file)
                {
                    await WholeFile.WriteAsync(file.FullName, text + "\n", cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    await output.WriteLineAsync(text).ConfigureAwait(false);
                }

                return CommonOptions.Fails(result, parsed.GetValue(failOn)!) ? ExitCodes.Found : ExitCodes.Good;
            }
        );
        return command;
    }

    private static async Task<int> PrintAsync(TextWriter output, string text)
    {
        await output.WriteLineAsync(text).ConfigureAwait(false);
        return ExitCodes.Good;
    }
}
