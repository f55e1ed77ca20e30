using System.CommandLine;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The ledger of the releases.</summary>
internal sealed class ReleasesCommand : Command
{
    private const string Help = """
        Lists every stored release: its dates, what came and went, how many places break, Pinterest's own flag where one is known,
        and where the two disagree.

        Example: pinterest-openapi releases --format html --output releases.html
        """;

    private readonly Option<string> _format = CommonOptions.Format([.. LedgerReports.Formats]);
    private readonly Option<FileInfo?> _outputFile = CommonOptions.OutputFile();
    private readonly Option<DirectoryInfo?> _repository = CommonOptions.Repository();
    private readonly TextWriter _output;

    public ReleasesCommand(TextWriter output)
        : base("releases", Help)
    {
        _output = output;
        Add(_format);
        Add(_outputFile);
        Add(_repository);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var layout = CommonOptions.Layout(parsed.GetValue(_repository));
        var rows = ReleaseLedger.Read(layout, progress: null, cancellationToken);
        var text = LedgerReports.Print(rows, parsed.GetValue(_format)!);
        await CommonOptions.WriteAsync(text, parsed.GetValue(_outputFile), _output, cancellationToken);
        return ExitCodes.Good;
    }
}
