using System.CommandLine;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The endpoint reference.</summary>
internal sealed class OperationsCommand : Command
{
    private const string Help = """
        Lists the operations of a description with what it says of each: scopes, rate category, sandbox, paging.

        Example: pinterest-openapi operations --group pins --access write
        """;

    private readonly OperationsOptions _options = new();
    private readonly TextWriter _output;

    public OperationsCommand(TextWriter output)
        : base("operations", Help)
    {
        _output = output;
        _options.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var filter = _options.Filter(parsed);
        var description = await DescriptionCatalog.OpenAsync(
            () => CommonOptions.Layout(parsed.GetValue(_options.Repository)),
            parsed.GetValue(_options.Description),
            DescriptionReader.ReadToServe,
            cancellationToken
        );
        var operations = OperationCatalogue.Read(description.Root).All;
        var report = new OperationsReport(description.Version, operations.Count, [.. operations.Where(filter.Matches)])
        {
            ShowsBasePath = parsed.GetValue(_options.Description) is not null,
        };
        await _output.ReportAsync(report.Print(parsed.GetValue(_options.Format)!));
        return ExitCodes.Good;
    }
}
