using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Mcp.Tools.Catalogue;

/// <summary>Reads by an operation that no tool stands for.</summary>
internal sealed class ReadOperationTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_read_operation",
            Title = "Read by an operation",
            Description = "Calls a GET operation by its id. Describe it first.",
            Area = Area.Status,
            Kind = CallKind.Read,
            Operations = ["user_account/get"],
            Output = Outputs.Of("reply"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [OperationArguments.Id, OperationArguments.Values];

    public override AgentCall ToCall(ToolArguments arguments)
    {
        var operation = OperationArguments.Find(arguments);
        if (operation.Method != HttpMethod.Get)
        {
            throw new ToolArgumentException($"'operation': {operation.Id} is no GET. Only these are read here.");
        }

        var values = OperationArguments.Read(operation, arguments);
        return OperationCall.Complete(CallOf(arguments, $"read {operation.Id}"), operation, values);
    }

    // One area that may be read is enough for the tool to be of use.
    public override IEnumerable<AgentCall> Probes(AgentGrant grant) =>
        OperationIndex
            .Reachable.Where(operation => operation.Method == HttpMethod.Get)
            .DistinctBy(operation => OperationAreas.Of(operation.Id))
            .Select(operation => OperationCall.Complete(CallOf("{}", Facts.Title), operation, []));

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var operation = OperationArguments.Find(arguments);
        var values = OperationArguments.Read(operation, arguments);
        OperationCall.ThrowIfUnfiltered(operation, context.Grant);
        return Reading(
            async (call, cancellationToken) =>
            {
                var reply = await call.Client.ReadAsync(operation.Id, cancellationToken, values).ConfigureAwait(false);
                return OperationCall.ToResult(operation, reply, context.Grant);
            },
            OperationCall.CompletionOf(context)
        );
    }
}
