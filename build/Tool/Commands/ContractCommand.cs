using System.CommandLine;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The commands about recorded contracts.</summary>
internal sealed class ContractCommand : Command
{
    public ContractCommand(TextWriter output, TextWriter errors)
        : base("contract", "Works with recorded contracts (pacts).")
    {
        Add(new ContractVerifyCommand(output, errors));
        Add(new ContractCanIDeployCommand(output));
    }
}
