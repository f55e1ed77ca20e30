using System.CommandLine;
using System.CommandLine.Parsing;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Policy;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>What can be said to diff.</summary>
internal sealed class DiffOptions
{
    public Argument<string?> Base { get; } =
        CommonOptions.OptionalArgument(
            "BASE",
            "What to compare with: a file, an https address, REVISION:PATH of git, '-' for the standard input, "
                + "a stored version like 5.22.0, or 'pinned'."
        );

    public Argument<string?> Revision { get; } =
        CommonOptions.OptionalArgument("REVISION", "What to compare: the same kinds.");

    public Option<string> Format { get; } = CommonOptions.Format([.. DiffReports.Formats]);

    private readonly Option<string[]> _also = new("--also")
    {
        Description = "Write the same comparison in another form, too. May be given several times.",
        HelpName = "FORMAT=FILE",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string> FailOn { get; } = CommonOptions.FailOnOption();

    public Option<bool> OnlyContracts { get; } =
        new("--only-contracts") { Description = "Report only what reaches recorded interactions." };

    public Option<string[]> Pacts { get; } =
        new("--pacts")
        {
            Description =
                "Pact files, or folders of such: mark what reaches and what breaks your recorded interactions.",
            HelpName = "PACT",
            Arity = ArgumentArity.OneOrMore,
        };

    public Option<bool> Rules { get; } = new("--rules") { Description = "List the rules." };

    public Option<string?> Explain { get; } = new("--explain") { Description = "Explain a rule.", HelpName = "RULE" };

    private readonly Option<string?> _severity = new("--severity")
    {
        Description = "The least severity that is reported. Default: all.",
        HelpName = "SEVERITY",
    };
    private readonly Option<bool> _noClient = new("--no-client")
    {
        Description =
            "Do not compare the generated client, which takes seconds. Outside of a checkout it is never compared.",
    };
    private readonly Option<FileInfo?> _accepted = new("--accepted")
    {
        Description = "The accepted breaks. Default: openapi/accepted-breaks.json of the checkout, if there is one.",
        HelpName = "FILE",
    };
    private readonly Option<FileInfo?> _config = new("--config")
    {
        Description =
            "Your severities, what to ignore, and what to fail on. "
            + $"Default: {PolicyFile.Name} in this folder or above it, up to the root of the repository.",
        HelpName = "FILE",
    };
    private readonly Option<DirectoryInfo?> _repository = CommonOptions.Repository();
    private readonly Option<DirectoryInfo?> _root = new("--root")
    {
        Description = "The folder that references between files may not leave. Default: that of each description.",
        HelpName = "FOLDER",
    };

    public Option<bool> AllowUncompared { get; } =
        new("--allow-uncompared")
        {
            Description = "Do not end with exit code 2 when a part of a description could not be compared.",
        };

    public void AddTo(Command command)
    {
        CommonOptions.OneOf(_severity, [.. Enum.GetValues<Severity>().Select(value => value.Word())]);
        _also.Validators.Add(DemandReports);
        command.Add(Base);
        command.Add(Revision);
        command.Add(Format);
        command.Add(_also);
        command.Add(FailOn);
        command.Add(_severity);
        command.Add(_noClient);
        command.Add(_accepted);
        command.Add(_config);
        command.Add(Pacts);
        command.Add(OnlyContracts);
        command.Add(Rules);
        command.Add(Explain);
        command.Add(_repository);
        command.Add(_root);
        command.Add(AllowUncompared);
    }

    /// <summary>Reads what the user decides about findings.</summary>
    /// <exception cref="SpecException">The file does not exist or is malformed.</exception>
    public DiffPolicy Policy(ParseResult parsed) =>
        PolicyFile.Read(parsed.GetValue(_config)?.FullName, Directory.GetCurrentDirectory());

    /// <summary>Gives what to fail on: what the command line says, else what the file of the user says.</summary>
    public string FailOnOf(ParseResult parsed, DiffPolicy policy) =>
        parsed.GetResult(FailOn) is { Implicit: false } || policy.FailOn is null
            ? parsed.GetValue(FailOn)!
            : policy.FailOn;

    public DiffRequest Request(ParseResult parsed, string from, string to, DiffPolicy policy) =>
        new(from, to)
        {
            Policy = policy,
            Repository = parsed.GetValue(_repository)?.FullName ?? Directory.GetCurrentDirectory(),
            Root = parsed.GetValue(_root)?.FullName,
            WithClient = !parsed.GetValue(_noClient),
            AcceptedBreaks = parsed.GetValue(_accepted)?.FullName,
            Pacts = parsed.GetValue(Pacts) ?? [],
        };

    /// <summary>Gives the further reports, each a form and the file that gets it.</summary>
    public IEnumerable<(string Format, FileInfo File)> FurtherReports(ParseResult parsed) =>
        (parsed.GetValue(_also) ?? [])
            .Select(report => report.Split('=', 2))
            .Select(report => (report[0], new FileInfo(report[1])));

    /// <summary>Finds a file that would get two reports, of which one would be lost; null when there is none.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="output">The file that gets the report instead of the screen, or null.</param>
    public string? FileOfTwoReports(ParseResult parsed, FileInfo? output)
    {
        var files = FurtherReports(parsed).Select(report => report.File).Append(output);
        var seen = new HashSet<string>(
            OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal
        );
        foreach (var file in files.OfType<FileInfo>())
        {
            // To a device or a pipe both are written, one behind the other.
            var target = SpecialFile.Target(file.FullName);
            if (!SpecialFile.Is(target) && !SpecialFile.Is(file.FullName) && !seen.Add(target))
            {
                return file.ToString();
            }
        }

        return null;
    }

    private static void DemandReports(OptionResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value.Split('=', 2) is not [var format, not ""] || !DiffReports.Formats.Contains(format))
            {
                result.AddError(
                    $"--also: '{token.Value}' is not FORMAT=FILE. The formats are {string.Join(", ", DiffReports.Formats)}."
                );
            }
        }
    }

    /// <summary>Leaves out what the user does not want to see. It still counts for the exit code.</summary>
    public DiffResult Shown(ParseResult parsed, DiffResult result)
    {
        if (parsed.GetValue(_severity) is { } word)
        {
            result = ListedFindings.OfSeverity(result, DiffReports.Parse(word));
        }

        return parsed.GetValue(OnlyContracts) ? ListedFindings.OfContracts(result) : result;
    }
}
