using System.CommandLine;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>Takes a new description into openapi/.</summary>
internal sealed class PinCommand : Command
{
    private const int Shown = 20;

    private static readonly string[] Order =
    [
        "groups",
        "methods",
        "pagers",
        "models",
        "parameters",
        "members",
        "values",
    ];

    private const string Help = """
        Pins a description: keeps its facts, drops its prose, and writes openapi/ - all of it or nothing. Pinning the same
        bytes again changes no byte. Stops when a public name of the client would change. Works on a checkout of this
        repository.

        To pin what was checked, keep the file and its hash: --sha256 rejects any other bytes.

        Example: pinterest-openapi pin https://example.com/v5/openapi.json --commit 1a2b3c4 --date 2025-12-11
        """;

    private readonly PinOptions _options = new();
    private readonly TextWriter _output;
    private readonly TextWriter _errors;

    public PinCommand(TextWriter output, TextWriter errors)
        : base("pin", Help)
    {
        _output = output;
        _errors = errors;
        _options.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var pinner = new Pinner(_options.Layout(parsed));
        if (_options.Request(parsed) is { } request)
        {
            await WriteAsync(await pinner.PinAsync(request, handler: null, cancellationToken), request.ReleaseOnly);
            return ExitCodes.Good;
        }

        if (!parsed.GetValue(_options.AcceptNames))
        {
            await _errors.LineAsync(
                "Pass the SOURCE to pin, or --accept-names alone to lock the names of what is pinned. "
                    + "See 'pinterest-openapi pin --help'."
            );
            return ExitCodes.Misuse;
        }

        var changes = pinner.AcceptNames();
        await WriteNamesAsync(changes);
        if (changes.Count == 0)
        {
            await _output.LineAsync("Nothing changed.");
        }

        return ExitCodes.Good;
    }

    private async Task WriteAsync(PinResult result, bool releaseOnly)
    {
        var done = releaseOnly ? "Stored" : "Pinned";
        await _output.LineAsync(
            $"{done} {result.Version}: {Counts.Of(result.Operations, "operation")}, {Counts.Of(result.Schemas, "schema")}."
        );
        if (result.Reconstruction is { } reconstruction)
        {
            await _output.LineAsync(
                $"reconstructed from a copy: {Counts.Of(reconstruction.Mends.Count, "fact")} put back "
                    + $"(openapi/reconstruction.json), {Counts.Of(reconstruction.Inlined.Count, "made-up schema name")} taken out"
            );
        }

        if (result.Contradictions is { } contradictions)
        {
            await _output.LineAsync(
                $"reconstruction against original: {contradictions.Count} of the mends contradicted"
            );
            foreach (var contradiction in contradictions)
            {
                await _output.LineAsync($"mend       {contradiction}");
            }
        }

        foreach (var error in result.Tolerated)
        {
            await _output.LineAsync($"tolerated  {error}");
        }

        foreach (var keyword in result.UnknownKeywords)
        {
            await _output.LineAsync($"unknown    {keyword} (kept)");
        }

        await WriteNamesAsync(result.NameChanges);
        foreach (var file in result.ChangedFiles)
        {
            await _output.LineAsync($"wrote      openapi/{file}");
        }

        if (result.ChangedFiles.Count == 0)
        {
            await _output.LineAsync("Nothing changed.");
        }
    }

    private async Task WriteNamesAsync(IReadOnlyList<NameChange> changes)
    {
        if (changes.Count > Shown)
        {
            foreach (var section in changes.GroupBy(change => change.Section))
            {
                var renamed = section.Count(change => change is { Old: not null, New: not null });
                var vanished = section.Count(change => change.New is null);
                await _output.LineAsync(
                    $"names      {section.Key}: {renamed} renamed, {vanished} vanish, {section.Count() - renamed - vanished} new"
                );
            }
        }

        // What breaks comes first, and of that what users name most: a method before a member.
        foreach (
            var change in changes
                .OrderByDescending(change => change.IsBreak)
                .ThenBy(change => Array.IndexOf(Order, change.Section) is >= 0 and var place ? place : Order.Length)
                .Take(Shown)
        )
        {
            await _output.LineAsync($"name       {change}");
        }

        if (changes.Count > Shown)
        {
            await _output.LineAsync($"name       and {changes.Count - Shown} more; see openapi/names.lock.json");
        }
    }
}
