using System.CommandLine;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Changelog;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The stored releases, and Pinterest's own judgement of them.</summary>
internal sealed class ReleasesCommand : Command
{
    private const string Help = """
        Lists every stored release: its dates, what was added and removed, how many places break, Pinterest's own flag where one is
        known, and where the two disagree. --changelog stores the flags of a changelog that Pinterest publishes; exit code 1 when it
        has lines of an unknown form; it needs a checkout. --flags shows, for each operation, Pinterest's flag, our verdict, and why
        the two differ. --diffs writes a page for each release beside the page of all, which links to it.

        Example: pinterest-openapi releases --format html --diffs --output releases.html
        Example: pinterest-openapi releases --changelog changelog.md
        Example: pinterest-openapi releases --flags 5.23.0 new.yaml
        """;

    private readonly Option<string> _format = CommonOptions.Format([.. LedgerReports.Formats]);
    private readonly Option<DirectoryInfo?> _repository = CommonOptions.Repository();
    private readonly Option<FileInfo?> _changelog = new("--changelog")
    {
        Description = "Read a changelog that Pinterest publishes, and store its flags in openapi/changelog.json.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _from = new("--from")
    {
        Description = "The older release of the changelog. Default: what its title says.",
        HelpName = "VERSION",
    };
    private readonly Option<string?> _to = new("--to")
    {
        Description = "The newer release of the changelog. Default: what its title says.",
        HelpName = "VERSION",
    };
    private readonly Option<string[]> _flags = new("--flags")
    {
        Description =
            "Compare the stored flags with our verdict on two descriptions: files, addresses, stored versions or 'pinned'.",
        HelpName = "BASE REVISION",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<bool> _diffs = new("--diffs")
    {
        Description =
            "Also write a page with every change of each release into the folder 'releases' beside the page. "
            + "It belongs to --format html --output FILE.",
    };
    private readonly ReportTarget _target;
    private readonly TextWriter _output;
    private readonly TextWriter _errors;

    public ReleasesCommand(TextWriter output, TextWriter errors)
        : base("releases", Help)
    {
        _target = new ReportTarget(output, errors);
        _output = output;
        _errors = errors;
        Add(_format);
        _target.AddTo(this);
        Add(_changelog);
        Add(_from);
        Add(_to);
        Add(_flags);
        Add(_diffs);
        Add(_repository);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(_repository);
        if (parsed.GetValue(_changelog) is { } changelog)
        {
            return await StoreAsync(
                CommonOptions.Layout(folder),
                changelog,
                parsed.GetValue(_from),
                parsed.GetValue(_to)
            );
        }

        if (parsed.GetValue(_from) is not null || parsed.GetValue(_to) is not null)
        {
            await _errors.LineAsync("--from and --to belong to --changelog FILE.");
            return ExitCodes.Misuse;
        }

        var flags = parsed.GetValue(_flags);
        if (parsed.GetValue(_diffs) && (flags is [_, ..] || !IsPage(parsed)))
        {
            await _errors.LineAsync("--diffs belongs to --format html --output FILE, without --flags.");
            return ExitCodes.Misuse;
        }

        var layout = CommonOptions.Releases(folder);
        using var progress = ProgressLine.Start(_errors, "comparing the releases");
        var text = flags is [var older, var newer]
            ? FlagReports.Print(
                await CompareAsync(layout, new Sides<string>(older, newer), cancellationToken),
                parsed.GetValue(_format)!,
                _target.Style(parsed)
            )
            : await ListAsync(parsed, layout, progress, cancellationToken);
        progress.Dispose();
        await _target.WriteAsync(parsed, text, cancellationToken);
        if (parsed.GetValue(_diffs))
        {
            await _target.WroteAsync(Path.Combine(_target.File(parsed)!.DirectoryName!, ReleasePages.Folder));
        }

        return ExitCodes.Good;
    }

    private bool IsPage(ParseResult parsed) => parsed.GetValue(_format) == "html" && _target.File(parsed) is not null;

    private async Task<string> ListAsync(
        ParseResult parsed,
        RepositoryLayout layout,
        IProgress<string> progress,
        CancellationToken cancellationToken
    )
    {
        var rows = FlaggedReleases.Read(layout, cancellationToken);
        if (rows.Count == 0)
        {
            throw new SpecException(
                Path.Combine(layout.OpenApi, "releases"),
                "No release is stored there.",
                "Restore the folder from git, or run the command outside of the checkout: the tool carries the releases."
            );
        }

        if (parsed.GetValue(_diffs))
        {
            var beside = _target.File(parsed)!.DirectoryName!;
            rows = await ReleasePages.WriteAsync(layout, rows, beside, progress, cancellationToken);
        }

        return LedgerReports.Print(
            rows,
            parsed.GetValue(_format)!,
            TimeProvider.System.GetUtcNow(),
            _target.Style(parsed)
        );
    }

    private async Task<int> StoreAsync(RepositoryLayout layout, FileInfo file, string? from, string? to)
    {
        var changelog = PinterestChangelog.Read(file.FullName);
        var flags = FlagSet.Of(changelog, from, to);
        var isNew = FlagLedger.Store(layout, flags);
        var flagged = flags.Endpoints.Count(endpoint => endpoint.Flagged > 0);
        var lines = flags.Endpoints.Sum(endpoint => endpoint.Flagged);
        await _output.LineAsync(
            $"{flags.From} to {flags.To}: {Counts.Of(flags.Endpoints.Count, "endpoint")}, "
                + $"{flagged} of them flagged with {Counts.Of(lines, "line")}."
        );
        await _output.LineAsync(
            isNew ? "openapi/changelog.json was written." : "openapi/changelog.json has these flags already."
        );
        foreach (var form in changelog.Unknown)
        {
            await _output.LineAsync(
                $"Unknown form of line, {Counts.Of(form.Count, "time")}: {form.Form} (line {form.LineNumber}: {form.Example})"
            );
        }

        return changelog.Unknown.Count > 0 ? ExitCodes.Found : ExitCodes.Good;
    }

    private static async Task<FlagComparison> CompareAsync(
        RepositoryLayout layout,
        Sides<string> sources,
        CancellationToken cancellationToken
    )
    {
        var older = await DescriptionCatalog.OpenForComparisonAsync(
            () => layout,
            sources.Base,
            SourceOptions.Default,
            cancellationToken
        );
        var newer = await DescriptionCatalog.OpenForComparisonAsync(
            () => layout,
            sources.Revision,
            SourceOptions.Default,
            cancellationToken
        );
        var flags = FlagLedger.Find(layout, older.Version, newer.Version);
        return FlagComparison.Of(new Sides<Description>(older, newer), flags, cancellationToken);
    }
}
