using System.CommandLine;
using Pinterest.OpenApi.PactCore;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Tool.Contracts;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>Verifies recorded contracts.</summary>
internal static class ContractCommand
{
    private const string OfDescription = "description";
    private const string OfSandbox = "sandbox";

    public static Command Create(TextWriter output) =>
        new("contract", "Works with recorded contracts (pacts).") { Verify(output) };

    private static Command Verify(TextWriter output)
    {
        var files = new Argument<string[]>("PACT")
        {
            Description =
                "Pact files, or folders of such, of any Pact library (V2, V3, V4). Default: tests/Contract/pacts of the checkout.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var against = new Option<string>("--against")
        {
            Description =
                "description (of the pinned release), description=FILE, description=URL or description=VERSION; sandbox; or the base address of a provider.",
            DefaultValueFactory = _ => OfDescription,
            HelpName = "WHAT",
        };
        var tokenVariable = new Option<string?>("--token-env")
        {
            Description = "The environment variable that holds the access token for a provider at an address.",
            HelpName = "NAME",
        };
        var allowWrites = new Option<bool>("--allow-writes")
        {
            Description = "Send to a provider at an address also what changes something.",
        };
        var library = new Option<FileInfo?>("--pact-library")
        {
            Description = "The native Pact core (libpact_ffi 0.5), when it does not lie beside the tool.",
            HelpName = "FILE",
        };
        var format = CommonOptions.Format([.. ContractReports.Formats]);
        var outputFile = new Option<FileInfo?>("--output")
        {
            Description = "Write the report into a file instead of printing it.",
            HelpName = "FILE",
        };
        var repository = CommonOptions.Repository();
        var command = new Command(
            "verify",
            """
            Verifies contracts: against a description (each request and each response is allowed, without sending anything), against the
            sandbox, or against a provider at an address, where only what reads is sent unless --allow-writes says otherwise.

            Example: pinterest-openapi contract verify --against sandbox
            Example: pinterest-openapi contract verify pacts/ --against description=new.json --format markdown
            Example: pinterest-openapi contract verify --against https://api-sandbox.pinterest.com/v5 --token-env PINTEREST_TOKEN
            """
        )
        {
            files,
            against,
            tokenVariable,
            allowWrites,
            library,
            format,
            outputFile,
            repository,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var folder = parsed.GetValue(repository)?.FullName ?? Directory.GetCurrentDirectory();
                var layout = new Lazy<RepositoryLayout>(() => RepositoryLayout.Find(folder));
                var contracts = PactContract.ReadAll(
                    parsed.GetValue(files) is { Length: > 0 } given ? given : [layout.Value.Pacts]
                );
                if (parsed.GetValue(library) is { } file)
                {
                    PactLibrary.Use(file.FullName);
                }

                var what = parsed.GetValue(against)!;
                var source = what.StartsWith(OfDescription + "=", StringComparison.Ordinal)
                    ? what[(OfDescription.Length + 1)..]
                    : null;

                // Which operation an interaction is, the pinned release says wherever another is not named.
                var opened = source is null
                    ? Pinned(folder)
                    : await DescriptionCatalog
                        .OpenForComparisonAsync(() => layout.Value, source, cancellationToken)
                        .ConfigureAwait(false);
                var verifier = new ContractVerifier(opened.Root);
                var result = what switch
                {
                    OfSandbox => await ProviderVerification
                        .AgainstSandboxAsync(contracts, verifier, cancellationToken)
                        .ConfigureAwait(false),
                    _ when source is not null || what == OfDescription => verifier.Verify(
                        contracts,
                        $"the description {opened.Version}"
                    ),
                    _ => await ProviderVerification
                        .AgainstAddressAsync(
                            Address(what),
                            Token(parsed.GetValue(tokenVariable)),
                            parsed.GetValue(allowWrites),
                            contracts,
                            verifier,
                            cancellationToken
                        )
                        .ConfigureAwait(false),
                };
                var text = ContractReports.Print(result, parsed.GetValue(format)!);
                if (parsed.GetValue(outputFile) is { } target)
                {
                    await WholeFile.WriteAsync(target.FullName, text + "\n", cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    await output.WriteLineAsync(text).ConfigureAwait(false);
                }

                return result.HasFailed ? ExitCodes.Found : ExitCodes.Good;
            }
        );
        return command;
    }

    // Outside a checkout there is the one that the tool carries.
    private static Description Pinned(string folder)
    {
        try
        {
            return new ClientGenerator(RepositoryLayout.Find(folder)).ReadPinned();
        }
        catch (SpecException)
        {
            return DescriptionReader.ReadForComparison(
                PinterestSandbox.ReadPinnedDescription(),
                DescriptionCatalog.Pinned
            );
        }
    }

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
