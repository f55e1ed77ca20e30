using System.CommandLine;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The endpoint reference.</summary>
internal sealed class OperationsCommand : Command
{
    private const string Help = """
        Lists the operations of a description with what it says of each: scopes, rate category, sandbox, paging.

        Example: pinterest-openapi operations --group pins --access write
        Example: pinterest-openapi operations --since 5.22.0
        Example: pinterest-openapi operations --format html --output operations.html
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
            () => Layout(parsed),
            parsed.GetValue(_options.Description),
            DescriptionReader.ReadToServe,
            cancellationToken
        );
        var operations = Dated(parsed, description, OperationCatalogue.Read(description.Root).All);
        OperationFacts[] listed = [.. operations.Where(filter.Matches)];
        var report = new OperationsReport(description.Version, operations.Count, listed)
        {
            ShowsBasePath = parsed.GetValue(_options.Description) is not null,
            ShowsSince = filter.Since is not null,
        };
        var format = parsed.GetValue(_options.Format)!;
        var text = format == "html" ? Page(parsed, description, listed) : report.Print(format, _target.Style(parsed));
        progress.Dispose();
        await _target.WriteAsync(parsed, text, cancellationToken);
        return ExitCodes.Good;
    }

    // Text and Markdown show no release without --since, so they do not wait for the history to be read.
    private IReadOnlyList<OperationFacts> Dated(
        ParseResult parsed,
        Description description,
        IReadOnlyList<OperationFacts> operations
    )
    {
        var isFiltered = _options.Filter(parsed).Since is not null;
        if (isFiltered && !IsStored(parsed))
        {
            throw new SpecException(
                parsed.GetValue(_options.Description)!,
                "--since needs the pinned description or a stored release, because only those have a history.",
                "Leave out --since or --description."
            );
        }

        return IsStored(parsed) && (isFiltered || parsed.GetValue(_options.Format) is "json" or "html")
            ? OperationHistory.Read(new ReleaseStore(Layout(parsed).OpenApi), description.Version).Date(operations)
            : operations;
    }

    private RepositoryLayout Layout(ParseResult parsed) => CommonOptions.Releases(parsed.GetValue(_options.Repository));

    // A file or an address has no history, and the client was not made from it.
    private bool IsStored(ParseResult parsed) =>
        parsed.GetValue(_options.Description) is not { } name
        || name is DescriptionCatalog.Pinned
        || (!File.Exists(name) && Version.TryParse(name, out _));

    private string Page(ParseResult parsed, Description description, OperationFacts[] operations) =>
        new EndpointHtml
        {
            Version = description.Version,
            Operations = operations,
            SecretScopes = SecretScopes.Of(description.Root).For,
            Calls = IsStored(parsed) ? Calls(parsed) : _ => [],
            Limits = LimitTexts.Of,
        }.Print();

    private Func<OperationFacts, IReadOnlyList<string>> Calls(ParseResult parsed) =>
        new ClientCalls(NameRegistry.FromFile(Layout(parsed).NamesLock)).Of;
}
