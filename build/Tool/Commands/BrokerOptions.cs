using System.CommandLine;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Pacts.Broker;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The options of a verification that takes its pacts from a broker.</summary>
internal sealed class BrokerOptions
{
    private readonly Option<string?> _provider = new("--provider")
    {
        Description = "The name of the provider in the broker.",
        HelpName = "NAME",
    };
    private readonly Option<string?> _version = new("--provider-version")
    {
        Description = "The version of the provider, for --publish.",
        HelpName = "VERSION",
    };
    private readonly Option<string?> _branch = new("--provider-branch")
    {
        Description = "The branch of that version.",
        HelpName = "NAME",
    };
    private readonly Option<string[]> _selectors = new("--consumer-version-selector")
    {
        Description =
            $"Which versions of the consumers count: {ConsumerSelector.Help}. May be given several times. "
            + $"Default: {string.Join(" and ", ConsumerSelector.Default)}.",
        HelpName = "SELECTOR",
    };
    private readonly Option<bool> _pending = new("--enable-pending")
    {
        Description = "Ask the broker which pacts are pending. Their failures are reported and fail nothing.",
    };
    private readonly Option<bool> _publish = new("--publish") { Description = "Publish the results to the broker." };

    /// <summary>Gets the option that names the broker.</summary>
    public Option<string?> Address { get; } =
        new("--broker")
        {
            Description =
                "The address of a Pact Broker: https, or http on loopback. Its credential is read from "
                + $"{BrokerCredential.TokenVariable}, or from {BrokerCredential.UserVariable} and {BrokerCredential.PasswordVariable}.",
            HelpName = "ADDRESS",
        };

    /// <summary>Gets the option that names the variable of the token.</summary>
    public Option<string?> TokenVariable { get; } =
        new("--broker-token-env")
        {
            Description = "The environment variable that holds the token of the broker.",
            HelpName = "NAME",
        };

    /// <summary>Adds all options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[Address, TokenVariable, .. Others])
        {
            command.Add(option);
        }
    }

    /// <summary>Tells whether the results are published.</summary>
    public bool Publishes(ParseResult parsed) => parsed.GetValue(_publish);

    /// <summary>Opens the broker, or gives null when none is named.</summary>
    /// <exception cref="SpecException">The address or the credential cannot be used, or an option of a broker is given
    /// without one.</exception>
    public BrokerClient? Open(ParseResult parsed)
    {
        if (parsed.GetValue(Address) is { } address)
        {
            return new BrokerClient(
                BrokerAddress.Read(address),
                BrokerCredential.Read(parsed.GetValue(TokenVariable), Environment.GetEnvironmentVariable)
            );
        }

        return
            Others.Append(TokenVariable).FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false })
                is { } given
            ? throw new SpecException(given.Name, "This option is about a broker.", "Name the broker with --broker.")
            : null;
    }

    /// <summary>Reads what the broker is asked for.</summary>
    /// <exception cref="SpecException">The provider is missing, the version is missing and results are published, or a
    /// selector is unknown.</exception>
    public BrokerRequest Request(ParseResult parsed)
    {
        if (Publishes(parsed) && parsed.GetValue(_version) is null)
        {
            throw new SpecException(
                "--publish",
                "A result is about a version of the provider.",
                "Name it with --provider-version."
            );
        }

        var selectors = parsed.GetValue(_selectors) is { Length: > 0 } given ? given : ConsumerSelector.Default;
        return new BrokerRequest
        {
            Provider =
                parsed.GetValue(_provider)
                ?? throw new SpecException(
                    "--provider",
                    "A broker holds the pacts of many providers.",
                    "Name the provider with --provider."
                ),
            ProviderVersion = parsed.GetValue(_version),
            ProviderBranch = parsed.GetValue(_branch),
            Selectors = [.. selectors.Select(ConsumerSelector.Read)],
            IncludesPending = parsed.GetValue(_pending),
        };
    }

    private Option[] Others => [_provider, _version, _branch, _selectors, _pending, _publish];
}
