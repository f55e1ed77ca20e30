using System.CommandLine;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The commands about recorded contracts.</summary>
internal sealed class ContractCommand : Command
{
    public ContractCommand(TextWriter output)
        : base("contract", "Works with recorded contracts (pacts).")
    {
        Add(new ContractVerifyCommand(output));
        Add(new ContractCanIDeployCommand(output));
    }
}
