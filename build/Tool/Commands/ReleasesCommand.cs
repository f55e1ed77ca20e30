using System.CommandLine;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The ledger of the releases.</summary>
internal static class ReleasesCommand
{
    public static Command Create(TextWriter output)
    {
        var format = CommonOptions.Format([.. LedgerReports.Formats]);
        var outputFile = new Option<FileInfo?>("--output")
        {
            Description = "Write the report into a file instead of printing it.",
            HelpName = "FILE",
        };
        var repository = CommonOptions.Repository();
        var command = new Command(
            "releases",
            """
            Lists every stored release: its dates, what came and went, how many places break, Pinterest's own flag where one is known,
            and where the two disagree.

            Example: pinterest-openapi releases --format html --output releases.html
            """
        )
        {
            format,
            outputFile,
            repository,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var rows = ReleaseLedger.Read(
                    CommonOptions.Layout(parsed.GetValue(repository)),
                    progress: null,
                    cancellationToken
                );
                var text = LedgerReports.Print(rows, parsed.GetValue(format)!);
                if (parsed.GetValue(outputFile) is { } file)
                {
                    await WholeFile.WriteAsync(file.FullName, text + "\n", cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    await output.WriteLineAsync(text).ConfigureAwait(false);
                }

                return ExitCodes.Good;
            }
        );
        return command;
    }
}
