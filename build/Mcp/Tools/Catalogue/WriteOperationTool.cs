using System.Text.Json;
using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Mcp.Tools.Pins;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Mcp.Tools.Catalogue;

/// <summary>Changes something by an operation that no tool stands for; each needs a grant of its own.</summary>
internal sealed class WriteOperationTool : PinterestTool
{
    private const string Prefix = "operation:";

    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_write_operation",
            Title = "Write by an operation",
            Description = "Calls an operation that is no GET by its id. It needs a grant for that very id.",
            Area = Area.Status,
            Kind = CallKind.Write,
            Operations = ["ad_accounts/create"],
            IsVisible = true,
            Output = Outputs.Of("reply"),
        };

    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [OperationArguments.Id, OperationArguments.Values, new("body", ParameterKind.JsonOrList)];

    public override IEnumerable<AgentCall> Probes(AgentGrant grant) =>
        grant
            .Allow.Where(rule => rule.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(rule => OperationIndex.Find(rule[Prefix.Length..]))
            .OfType<Operation>()
            .Where(operation => operation.Method != HttpMethod.Get)
            .Select(operation => Described(CallOf("{}", Facts.Title), operation, []));

    public override AgentCall ToCall(ToolArguments arguments)
    {
        var operation = OperationArguments.Find(arguments);
        if (operation.Method == HttpMethod.Get)
        {
            throw new ToolArgumentException($"'operation': {operation.Id} is a GET: use pinterest_read_operation.");
        }

        var body = arguments.Json("body");
        OperationBodies.ThrowIfWrong(operation, body);
        var values = OperationArguments.Read(operation, arguments);
        var call = Described(CallOf(arguments, $"called {operation.Id}"), operation, values);
        IReadOnlyList<string> boards = [.. call.Boards.Union(BodyFacts.Boards(body))];
        IReadOnlyList<string> pins = [.. call.Pins.Union(BodyFacts.Pins(body))];
        return call with
        {
            // The body may name boards and Pins, whatever the parameters are.
            LookUps = boards.Count + pins.Count > 0 ? PinAccess.Operations : call.LookUps,
            CreatesSeveral = IsList(body) || OperationAreas.IsBulk(operation.Id),
            LeavesBoardOpen = OperationAreas.PutsPin(operation.Id) && BodyFacts.Boards(body).Count == 0,
            IsSecret = BodyFacts.Has(body, "privacy", "SECRET"),
            LinkHosts = BodyFacts.LinkHosts(body),
            Boards = boards,
            Pins = pins,
            Summary = Summaries.Of(
                $"called {operation.Id} ({operation.Method} {operation.Path})",
                [
                    ("Operation", operation.Id),
                    .. values.Select(value => (value.Key, value.Value)),
                    .. BodyFacts.Lines(body),
                ]
            ),
        };
    }

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var operation = OperationArguments.Find(arguments);
        var values = OperationArguments.Read(operation, arguments);
        var body = arguments.Json("body") is { } json ? JsonNode.Parse(json.GetRawText()) : null;
        return Writing(
            async (call, cancellationToken) =>
            {
                var reply = await call
                    .Client.SendAsync(operation.Id, values, body, cancellationToken)
                    .ConfigureAwait(false);
                return OperationCall.ToResult(operation, reply, context.Grant);
            },
            OperationCall.CompletionOf(context)
        );
    }

    private static bool IsList(JsonElement? body) =>
        body is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 1;

    private static AgentCall Described(
        AgentCall call,
        Operation operation,
        IReadOnlyList<KeyValuePair<string, string?>> values
    )
    {
        return OperationCall.Complete(call, operation, values) with
        {
            Kind = OperationAreas.KindOf(operation.Id),
            IsOutsideOfTools = true,
            IsCreation = operation.Method == HttpMethod.Post,
            IsVisible = true,
            CostsMoney = OperationAreas.CostsMoney(operation.Id),
        };
    }
}
