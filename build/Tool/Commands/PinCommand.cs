using System.CommandLine;
using System.Globalization;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>Takes a new description into openapi/.</summary>
internal static class PinCommand
{
    private const int Shown = 20;

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var source = CommonOptions.OptionalArgument(
            "SOURCE",
            "A JSON or YAML file, or an https address. May be left out with --accept-names."
        );
        var address = new Option<string?>("--address")
        {
            Description = "The address that pin.json names as the source of a local file.",
            HelpName = "ADDRESS",
        };
        var commit = new Option<string?>("--commit")
        {
            Description = "The commit of the source repository.",
            HelpName = "COMMIT",
        };
        var date = Date("--date", "The day of that commit");
        var announced = Date("--announced", "The day of Pinterest's announcement");
        var acceptNames = new Option<bool>("--accept-names")
        {
            Description = "Accept that public names of the client change or vanish, and write openapi/names.lock.json.",
        };
        var releaseOnly = new Option<bool>("--release-only")
        {
            Description = "Store the release under openapi/releases without pinning it.",
        };
        var repository = CommonOptions.Repository();
        var command = new Command(
            "pin",
            """
            Pins a description: keeps its facts, drops its prose, and writes openapi/ - all of it or nothing. Pinning the same
            bytes again changes no byte. Stops when a public name of the client would change.

            Example: pinterest-openapi pin https://example.com/v5/openapi.json --commit 1a2b3c4 --date 2025-12-11
            """
        )
        {
            source,
            address,
            commit,
            date,
            announced,
            acceptNames,
            releaseOnly,
            repository,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var pinner = new Pinner(CommonOptions.Layout(parsed.GetValue(repository)));
                if (parsed.GetValue(source) is not { } from)
                {
                    if (!parsed.GetValue(acceptNames))
                    {
                        await errors
                            .WriteLineAsync(
                                "Pass the SOURCE to pin, or --accept-names alone to lock the names of what is pinned. See 'pinterest-openapi pin --help'."
                            )
                            .ConfigureAwait(false);
                        return ExitCodes.Misuse;
                    }

                    var changes = pinner.AcceptNames();
                    await WriteNamesAsync(output, changes).ConfigureAwait(false);
                    if (changes.Count == 0)
                    {
                        await output.WriteLineAsync("Nothing changed.").ConfigureAwait(false);
                    }

                    return ExitCodes.Good;
                }

                var result = await pinner
                    .PinAsync(
                        new PinRequest(from)
                        {
                            Address = parsed.GetValue(address),
                            Commit = parsed.GetValue(commit),
                            Committed = parsed.GetValue(date),
                            Announced = parsed.GetValue(announced),
                            AcceptNames = parsed.GetValue(acceptNames),
                            ReleaseOnly = parsed.GetValue(releaseOnly),
                        },
                        handler: null,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                await WriteAsync(output, result, parsed.GetValue(releaseOnly)).ConfigureAwait(false);
                return ExitCodes.Good;
            }
        );
        return command;
    }

    private static async Task WriteAsync(TextWriter output, PinResult result, bool releaseOnly)
    {
        await output
            .WriteLineAsync(
                $"{(releaseOnly ? "Stored" : "Pinned")} {result.Version}: {result.Operations} operations, {result.Schemas} schemas."
            )
            .ConfigureAwait(false);
        foreach (var error in result.Tolerated)
        {
            await output.WriteLineAsync($"tolerated  {error}").ConfigureAwait(false);
        }

        foreach (var keyword in result.UnknownKeywords)
        {
            await output.WriteLineAsync($"unknown    {keyword} (kept)").ConfigureAwait(false);
        }

        await WriteNamesAsync(output, result.NameChanges).ConfigureAwait(false);
        foreach (var file in result.ChangedFiles)
        {
            await output.WriteLineAsync($"wrote      openapi/{file}").ConfigureAwait(false);
        }

        if (result.ChangedFiles.Count == 0)
        {
            await output.WriteLineAsync("Nothing changed.").ConfigureAwait(false);
        }
    }

    private static async Task WriteNamesAsync(TextWriter output, IReadOnlyList<NameChange> changes)
    {
        foreach (var change in changes.OrderByDescending(change => change.IsBreak).Take(Shown))
        {
            await output.WriteLineAsync($"name       {change}").ConfigureAwait(false);
        }

        if (changes.Count > Shown)
        {
            await output
                .WriteLineAsync($"name       and {changes.Count - Shown} more; see openapi/names.lock.json")
                .ConfigureAwait(false);
        }
    }

    private static Option<string?> Date(string name, string what)
    {
        var option = new Option<string?>(name) { Description = $"{what}, as yyyy-MM-dd.", HelpName = "DAY" };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && !DateOnly.TryParseExact(
                    token.Value,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                )
            )
            {
                result.AddError($"'{token.Value}' is not a day. Write {name} as yyyy-MM-dd.");
            }
        });
        return option;
    }
}
