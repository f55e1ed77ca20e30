using System.CommandLine;
using System.Globalization;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>What can be said to sandbox.</summary>
internal sealed class SandboxCommandOptions
{
    private const int HighestPort = 65_535;

    private readonly Option<string> _host = new("--host")
    {
        Description =
            "The IP address to listen on, such as 0.0.0.0 for every address of this machine. "
            + "Every program that can reach it can use the sandbox.",
        DefaultValueFactory = _ => new SandboxOptions().Host,
        HelpName = "ADDRESS",
    };
    private readonly Option<int> _port = new("--port")
    {
        Description = "The port. Default: any that is free.",
        HelpName = "N",
    };
    private readonly Option<int> _seed = new("--seed")
    {
        Description = "Decides the made-up responses and content: the same seed and request give the same response.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };
    private readonly Option<string> _access = new("--access")
    {
        Description =
            "The access tier of the app, which sets the rate limits and what it may do: trial, standard, unlimited.",
        DefaultValueFactory = _ => "unlimited",
        HelpName = "TIER",
    };
    private readonly Option<FileInfo?> _state = new("--state")
    {
        Description = "Keep boards, Pins and tokens in a file from one start to the next.",
        HelpName = "FILE",
    };
    private readonly Option<bool> _autoApprove = new("--auto-approve")
    {
        Description = "The authorise page returns to an app on loopback at once, without a button.",
    };
    private readonly Option<string[]> _redirects = new("--redirect")
    {
        Description = "An address off this machine to which --auto-approve may return. May be given again.",
        DefaultValueFactory = _ => [],
        HelpName = "URL",
    };
    private readonly Option<bool> _admin = new("--admin")
    {
        Description = "Serve /_sandbox/ and /_pact/provider-states, where anybody on this machine can set it up.",
    };
    private readonly Option<bool> _empty = new("--empty")
    {
        Description = "Start without the boards and Pins that are otherwise made from the seed.",
    };
    private readonly Option<double> _faults = new("--fault-rate")
    {
        Description = "The share of the requests that get a fault at random, from 0 to 1.",
        HelpName = "RATE",
    };
    private readonly Option<bool> _checkReplies = new("--check-responses")
    {
        Description = "Compare each response with the description; a wrong one becomes a 500.",
    };
    private readonly Option<bool> _servesContracts = new("--serve-contracts")
    {
        Description =
            "Answer recorded contracts: take any credential, days of any age and bookmarks that are examples. "
            + "For a Pact verifier of your own, with --admin.",
    };
    private readonly Option<bool> _examples = new("--examples")
    {
        Description =
            "Operations without a state return the example of the description, when it has one. "
            + "The pinned description has none.",
    };
    private readonly Option<string?> _description = new("--description")
    {
        Description = "Another description: a file or an https address. Default: the pinned one.",
        HelpName = "DESCRIPTION",
    };

    /// <summary>Whether to end with the standard input, which ends with the program that holds its other end.</summary>
    public Option<bool> EndWithInput { get; } =
        new("--end-with-input")
        {
            Description =
                "Stop when the standard input ends, and so with the program that started it, however that ends.",
        };

    public Option<string> Format { get; } = CommonOptions.Format("text", "json");

    public void AddTo(Command command)
    {
        Validate();
        command.Add(_host);
        command.Add(_port);
        command.Add(_seed);
        command.Add(_access);
        command.Add(_state);
        command.Add(_autoApprove);
        command.Add(_redirects);
        command.Add(_admin);
        command.Add(_empty);
        command.Add(_faults);
        command.Add(_checkReplies);
        command.Add(_servesContracts);
        command.Add(_examples);
        command.Add(_description);
        command.Add(EndWithInput);
        command.Add(Format);
    }

    public async Task<SandboxOptions> ReadAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        new()
        {
            Host = parsed.GetValue(_host)!,
            Port = parsed.GetValue(_port),
            Seed = parsed.GetValue(_seed),
            AccessTier = Enum.Parse<SandboxAccessTier>(parsed.GetValue(_access)!, ignoreCase: true),
            StateFile = parsed.GetValue(_state)?.FullName,
            AutoApprove = parsed.GetValue(_autoApprove),
            ApprovedRedirects = parsed.GetValue(_redirects)!,
            EnableAdmin = parsed.GetValue(_admin),
            Content = parsed.GetValue(_empty) ? null : new SandboxContent(),
            FaultRate = parsed.GetValue(_faults),
            CheckResponses = parsed.GetValue(_checkReplies),
            ServeContracts = parsed.GetValue(_servesContracts),
            ServeExamples = parsed.GetValue(_examples),
            Description = parsed.GetValue(_description) is { } source
                ? await ReadDescriptionAsync(source, cancellationToken)
                : default,
        };

    private void Validate()
    {
        _redirects.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !IsPage(token.Value)))
            {
                result.AddError($"--redirect: '{token.Value}' is no http or https address.");
            }
        });
        _port.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number)
                && number is < 0 or > HighestPort
            )
            {
                result.AddError($"--port must be from 0 to {HighestPort}.");
            }
        });
        CommonOptions.OneOf(_access, [.. Enum.GetNames<SandboxAccessTier>().Select(name => name.ToLowerInvariant())]);
        _faults.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
            {
                result.AddError("--fault-rate must be from 0 to 1.");
            }
        });
    }

    private static bool IsPage(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private static async Task<ReadOnlyMemory<byte>> ReadDescriptionAsync(
        string source,
        CancellationToken cancellationToken
    )
    {
        var bytes = await DescriptionSource.ReadAsync(source, null, cancellationToken);
        return bytes.Length > 0
            ? bytes
            : throw new SpecException(source, "The file is empty.", "Pass an OpenAPI 3.0 description.");
    }
}
