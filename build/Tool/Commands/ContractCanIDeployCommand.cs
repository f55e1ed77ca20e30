using System.CommandLine;
using Pinterest.OpenApi.Spec.Pacts.Broker;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>Asks a broker whether a version may be deployed.</summary>
internal sealed class ContractCanIDeployCommand : Command
{
    private const string Help = """
        Asks a Pact Broker whether the verified contracts of a version allow its deployment. Exit codes: 0 it may be deployed, 1 it may
        not or results are missing, 2 wrong arguments or unknown names, 3 the broker does not answer.

        Example: pinterest-openapi contract can-i-deploy --broker https://broker.example.com --pacticipant YourApp --version 1.2.0
        """;

    private readonly BrokerOptions _broker = new();
    private readonly Option<string> _pacticipant = new("--pacticipant")
    {
        Description = "The name of the application in the broker.",
        HelpName = "NAME",
        Required = true,
    };
    private readonly Option<string> _version = new("--version")
    {
        Description = "The version of the application.",
        HelpName = "VERSION",
        Required = true,
    };
    private readonly Option<string?> _environment = new("--to-environment")
    {
        Description = "Where it is to be deployed. Default: the latest versions of all others are compared.",
        HelpName = "NAME",
    };
    private readonly TextWriter _output;

    public ContractCanIDeployCommand(TextWriter output)
        : base("can-i-deploy", Help)
    {
        _output = output;
        _broker.Address.Required = true;
        Add(_broker.Address);
        Add(_broker.TokenVariable);
        Add(_pacticipant);
        Add(_version);
        Add(_environment);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var client = _broker.Open(parsed)!;
        var answer = await DeployAnswer.AskAsync(
            client,
            parsed.GetValue(_pacticipant)!,
            parsed.GetValue(_version)!,
            parsed.GetValue(_environment),
            cancellationToken
        );
        var word = answer.Deployable switch
        {
            true => "yes",
            false => "no",
            null => "unknown",
        };
        await _output.LineAsync($"{word}: {answer.Reason}");
        return answer.Deployable is true ? ExitCodes.Good : ExitCodes.Found;
    }
}
