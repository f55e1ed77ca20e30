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
    private readonly ReportTarget _target;
    private readonly TextWriter _errors;

    public OperationsCommand(TextWriter output, TextWriter errors)
        : base("operations", Help)
    {
        _target = new ReportTarget(output, errors);
        _errors = errors;
        _options.AddTo(this);
        _target.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var filter = _options.Filter(parsed);
        using var progress = ProgressLine.Start(_errors, "reading the description");
        var description = await DescriptionCatalog.OpenAsync(
            () => CommonOptions.Releases(parsed.GetValue(_options.Repository)),
            parsed.GetValue(_options.Description),
            DescriptionReader.ReadToServe,
            cancellationToken
        );
        var operations = OperationCatalogue.Read(description.Root).All;
        var report = new OperationsReport(description.Version, operations.Count, [.. operations.Where(filter.Matches)])
        {
            ShowsBasePath = parsed.GetValue(_options.Description) is not null,
        };
        progress.Dispose();
        var text = report.Print(parsed.GetValue(_options.Format)!, _target.Style(parsed));
        await _target.WriteAsync(parsed, text, cancellationToken);
        return ExitCodes.Good;
    }
}
