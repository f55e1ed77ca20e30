using System.CommandLine;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The main job.</summary>
internal static class CheckCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var repository = CommonOptions.Repository();
        var format = CommonOptions.Format("text", "markdown", "json");
        var command = new Command(
            "check",
            """
            Checks what the checkout holds: the pin is intact, the generated client is up to date and has every operation.
            Prints what the pinned release changed, which never affects the exit code.

            Exit codes: 0 good; 1 the pin is damaged, the client is stale or an operation is missing; 2 wrong arguments or
            unreadable input; 3 the environment failed.

            Example: pinterest-openapi check --format markdown
            """)
        { repository, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var layout = CommonOptions.Layout(parsed.GetValue(repository));
            var progress = Console.IsErrorRedirected ? null : new Progress<string>(step => errors.Write($"\r{step,-12}"));
            var result = await new RepositoryCheck(layout).RunAsync(progress, cancellationToken).ConfigureAwait(false);
            if (progress is not null) await errors.WriteAsync($"\r{"",-12}\r").ConfigureAwait(false);
            var report = new CheckReport(result);
            await report.SaveAsync(Path.Combine(layout.Root, "artifacts", "report"), cancellationToken).ConfigureAwait(false);
            await output.WriteLineAsync(report.Print(parsed.GetValue(format)!)).ConfigureAwait(false);
            return result.IsGood ? ExitCodes.Good : ExitCodes.Found;
        });
        return command;
    }
}
