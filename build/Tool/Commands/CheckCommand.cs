using System.CommandLine;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Tool.Contracts;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The main job.</summary>
internal static class CheckCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var repository = CommonOptions.Repository();
        var format = CommonOptions.Format("text", "markdown", "json");
        var candidate = new Option<string?>("--candidate")
        {
            Description =
                "A new upstream release, a file or an https address: compare it with the pinned one before anyone pins it.",
            HelpName = "SOURCE",
        };
        var failOn = CommonOptions.FailOn();
        var command = new Command(
            "check",
            """
            Checks what the checkout holds: the pin is intact, the generated client is up to date and has every operation, the recorded
            contracts agree with the description and with the sandbox. Prints what the pinned release changed, which never affects the exit
            code. With --candidate also: the client of the candidate compiles, and what it breaks, for somebody and for the contracts.

            Exit codes: 0 good; 1 the pin is damaged, the client is stale, an operation is missing, a contract failed, or the candidate breaks
            something that was not accepted; 2 wrong arguments or unreadable input; 3 the environment failed.

            Example: pinterest-openapi check --format markdown
            Example: pinterest-openapi check --candidate https://example.com/v5/openapi.json
            """
        )
        {
            repository,
            format,
            candidate,
            failOn,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var layout = CommonOptions.Layout(parsed.GetValue(repository));
                var progress = Console.IsErrorRedirected
                    ? null
                    : new Progress<string>(step => errors.Write($"\r{step, -12}"));
                var result = await RunAsync(layout, parsed.GetValue(candidate), progress, cancellationToken)
                    .ConfigureAwait(false);
                if (progress is not null)
                {
                    await errors.WriteAsync($"\r{"", -12}\r").ConfigureAwait(false);
                }

                var report = new CheckReport(result);
                var folder = Path.Combine(layout.Root, "artifacts", "report");
                await report.SaveAsync(folder, cancellationToken).ConfigureAwait(false);
                await output.WriteLineAsync(report.Print(parsed.GetValue(format)!)).ConfigureAwait(false);
                if (parsed.GetValue(candidate) is not { } source)
                {
                    return result.IsGood ? ExitCodes.Good : ExitCodes.Found;
                }

                IReadOnlyList<string> pacts = Directory.Exists(layout.Pacts) ? [layout.Pacts] : [];
                var change = await DiffRun
                    .RunAsync(
                        new DiffRequest(DescriptionCatalog.Pinned, source) { Repository = layout.Root, Pacts = pacts },
                        TimeProvider.System,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                await DiffFiles.SaveAsync(change, folder, cancellationToken).ConfigureAwait(false);
                await output.WriteLineAsync().ConfigureAwait(false);
                await output.WriteLineAsync(DiffReports.Print(change, parsed.GetValue(format)!)).ConfigureAwait(false);
                return result.IsGood && !CommonOptions.Fails(change, parsed.GetValue(failOn)!)
                    ? ExitCodes.Good
                    : ExitCodes.Found;
            }
        );
        return command;
    }

    private static async Task<CheckResult> RunAsync(
        RepositoryLayout layout,
        string? candidate,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var result = await new RepositoryCheck(layout).RunAsync(progress, cancellationToken).ConfigureAwait(false);
        if (Directory.Exists(layout.Pacts))
        {
            progress?.Report("sandbox");
            var contracts = PactContract.ReadAll([layout.Pacts]);
            result = result.With(
                await ProviderVerification
                    .AgainstSandboxAsync(
                        contracts,
                        new ContractVerifier(new ClientGenerator(layout).ReadPinned().Root),
                        cancellationToken
                    )
                    .ConfigureAwait(false)
            );
        }

        if (candidate is null)
        {
            return result;
        }

        progress?.Report("candidate");
        var description = await DescriptionCatalog
            .OpenAsync(() => layout, candidate, cancellationToken)
            .ConfigureAwait(false);
        return result.With(await CandidateBuild.RunAsync(layout, description, cancellationToken).ConfigureAwait(false));
    }
}
