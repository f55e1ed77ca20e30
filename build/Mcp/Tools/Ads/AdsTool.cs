using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Ads;

/// <summary>What the tools for ads have in common: they only read.</summary>
internal abstract class AdsTool : PinterestTool
{
    protected static ToolParameter Account { get; } = ToolParameter.Id("ad_account_id", isRequired: true);

    /// <summary>Gets what the call does, for the log.</summary>
    protected abstract string Action { get; }

    public override AgentCall ToCall(ToolArguments arguments)
    {
        var account = arguments.Text("ad_account_id");
        return CallOf(arguments, account is null ? Action : $"{Action} of the ad account {account}");
    }

    protected static ToolFacts FactsOf(
        string name,
        string title,
        string description,
        string operation,
        IReadOnlyDictionary<string, string>? output = null
    ) =>
        new()
        {
            Name = name,
            Title = title,
            Description = description,
            Area = Area.Ads,
            Kind = CallKind.Read,
            Operations = [operation],
            Output = output ?? Outputs.List,
        };
}
