using System.CommandLine;
using Pinterest.OpenApi.PactCore;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pacts.Broker;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>Verifies recorded contracts.</summary>
internal sealed class ContractVerifyCommand : Command
{
    private const string OfDescription = "description";
    private const string OfSandbox = "sandbox";

    private const string Help = """
        Verifies contracts: against a description (each request and each response is allowed, without sending anything), against the
        sandbox, or against a provider at an address, where only what reads is sent unless --allow-writes says otherwise.

        Example: pinterest-openapi contract verify pacts/your-app.json
        Example: pinterest-openapi contract verify pacts/ --against sandbox
        Example: pinterest-openapi contract verify pacts/ --against description=5.22.0 --format markdown
        Example: pinterest-openapi contract verify --broker https://broker.example.com --provider Pinterest --enable-pending
        Example: pinterest-openapi contract verify --against https://api-sandbox.pinterest.com/v5 --token-env PINTEREST_TOKEN
        """;

    private readonly Argument<string[]> _files = new("PACT")
    {
        Description =
            "Pact files, or folders of such, of any Pact library (V2, V3, V4). "
            + "Default: tests/Contract/pacts of the checkout, unless --broker names a broker.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<string> _against = new("--against")
    {
        Description =
            "description (of the pinned release), description=FILE, description=URL or description=VERSION; sandbox; "
            + "or the base address of a provider.",
        DefaultValueFactory = _ => OfDescription,
        HelpName = "WHAT",
    };
    private readonly Option<string?> _tokenVariable = new("--token-env")
    {
        Description = "The environment variable that holds the access token for a provider at an address.",
        HelpName = "NAME",
    };
    private readonly Option<bool> _allowWrites = new("--allow-writes")
    {
        Description = "Send to a provider at an address also what changes something.",
    };
    private readonly Option<FileInfo?> _library = new("--pact-library")
    {
        Description = "The native Pact core (libpact_ffi 0.5), when it does not lie beside the tool.",
        HelpName = "FILE",
    };
    private readonly BrokerOptions _broker = new();
    private readonly Option<string> _format = CommonOptions.Format([.. ContractReports.Formats]);
    private readonly Option<DirectoryInfo?> _repository = CommonOptions.Repository();
    private readonly ReportTarget _target;
    private readonly TextWriter _errors;

    public ContractVerifyCommand(TextWriter output, TextWriter errors)
        : base("verify", Help)
    {
        _target = new ReportTarget(output, errors);
        _errors = errors;
        Add(_files);
        Add(_against);
        Add(_tokenVariable);
        Add(_allowWrites);
        Add(_library);
        _broker.AddTo(this);
        Add(_format);
        _target.AddTo(this);
        Add(_repository);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(_repository)?.FullName ?? Directory.GetCurrentDirectory();
        using var broker = _broker.Open(parsed);
        var request = broker is null ? null : _broker.Request(parsed);
        var contracts = ReadFiles(parsed.GetValue(_files) ?? [], broker is not null, folder);
        if (parsed.GetValue(_library) is { } library)
        {
            PactLibrary.Use(library.FullName);
        }

        using var progress = ProgressLine.Start(_errors, "verifying the contracts");
        var result =
            broker is not null && request is not null
                ? await VerifyBrokerAsync(parsed, folder, (broker, request, contracts), cancellationToken)
                : await VerifyAsync(parsed, folder, contracts, cancellationToken);
        progress.Dispose();
        var dated = result with { VerifiedAt = TimeProvider.System.GetUtcNow() };
        var text = ContractReports.Print(dated, parsed.GetValue(_format)!, _target.Style(parsed));
        await _target.WriteAsync(parsed, text, cancellationToken);
        return result.HasFailed ? ExitCodes.Found : ExitCodes.Good;
    }

    private static IReadOnlyList<PactContract> ReadFiles(string[] named, bool hasBroker, string folder)
    {
        if (named.Length > 0)
        {
            return PactContract.ReadAll(named);
        }

        if (hasBroker)
        {
            return [];
        }

        return RepositoryLayout.TryFind(folder) is { } checkout && Directory.Exists(checkout.Pacts)
            ? PactContract.ReadAll([checkout.Pacts])
            : throw new SpecException(
                "contract verify",
                "Name a pact.",
                "Example: pinterest-openapi contract verify pacts/your-app.json. A broker has pacts, too: see --broker."
            );
    }

    private async Task<ContractResult> VerifyBrokerAsync(
        ParseResult parsed,
        string folder,
        (BrokerClient Client, BrokerRequest Request, IReadOnlyList<PactContract> Files) source,
        CancellationToken cancellationToken
    )
    {
        using var pacts = await BrokerPacts.ReadAsync(source.Client, source.Request, cancellationToken);
        IReadOnlyList<PactContract> contracts = [.. source.Files, .. pacts.All.Select(pact => pact.Contract)];
        var result = await VerifyAsync(parsed, folder, contracts, cancellationToken);
        result = result with { Interactions = [.. result.Interactions, .. pacts.Skipped] };
        if (pacts.All.Count + pacts.Skipped.Count == 0)
        {
            var problem =
                $"The broker has no pacts of {source.Request.Provider} for these selectors. "
                + "Check --provider and --consumer-version-selector.";
            return result with { Problems = [.. result.Problems, problem] };
        }

        if (!_broker.Publishes(parsed))
        {
            return result;
        }

        var unpublished = await new BrokerResults(source.Client, source.Request).PublishAsync(
            pacts.All,
            result,
            cancellationToken
        );
        return result with { Problems = [.. result.Problems, .. unpublished] };
    }

    private async Task<ContractResult> VerifyAsync(
        ParseResult parsed,
        string folder,
        IReadOnlyList<PactContract> contracts,
        CancellationToken cancellationToken
    )
    {
        var against = parsed.GetValue(_against)!;
        var namesDescription = against.StartsWith(OfDescription + "=", StringComparison.Ordinal);

        // The pinned release says which operation an interaction calls, unless another description is named.
        var description = await DescriptionCatalog.OpenForComparisonAsync(
            () => ShippedReleases.LayoutFor(folder),
            namesDescription ? against[(OfDescription.Length + 1)..] : DescriptionCatalog.Pinned,
            SourceOptions.Default,
            cancellationToken
        );
        var verifier = new ContractVerifier(description.Root);
        if (namesDescription || against == OfDescription)
        {
            return verifier.Verify(contracts, $"the description {description.Version}", cancellationToken);
        }

        return against == OfSandbox
            ? await SandboxVerification.RunAsync(contracts, verifier, cancellationToken)
            : await ProviderVerification.AgainstAddressAsync(
                Provider(parsed, against),
                contracts,
                verifier,
                cancellationToken
            );
    }

    private RemoteProvider Provider(ParseResult parsed, string against) =>
        new()
        {
            Address = Address(against),
            Token = Token(parsed.GetValue(_tokenVariable)),
            AllowsWrites = parsed.GetValue(_allowWrites),
        };

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new SpecException(
                "--against",
                $"'{text}' is neither 'description', 'sandbox' nor an https address (http on loopback).",
                "See 'pinterest-openapi contract verify --help'."
            );

    private static string Token(string? variable)
    {
        if (variable is null)
        {
            throw new SpecException(
                "--token-env",
                "A provider at an address needs an access token.",
                "Name the environment variable that holds it."
            );
        }

        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } token
            ? token
            : throw new SpecException(
                "--token-env",
                $"The environment variable {variable} is empty.",
                "Put the access token into it."
            );
    }
}
