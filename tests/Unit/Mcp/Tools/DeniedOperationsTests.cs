using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools;
using Pinterest.OpenApi.Mcp.Tools.Catalogue;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

/// <summary>A tool that is denied cannot be gone round by the tools that reach any operation.</summary>
public sealed class DeniedOperationsTests
{
    private static readonly string[] Unbound =
    [
        "pinterest_find_operation",
        "pinterest_describe_operation",
        "pinterest_read_operation",
        "pinterest_write_operation",
    ];

    private static readonly AgentGrant Nobody = new() { Agent = "nobody" };

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var operation in OperationTools.Covered)
            {
                foreach (var tool in OperationTools.Of(operation))
                {
                    pairs.Add(tool, operation);
                }
            }

            return pairs;
        }
    }

    [Fact]
    public void Every_tool_stands_for_the_operations_that_it_is_about_and_that_change_something()
    {
        foreach (var tool in AllTools.All.Where(tool => !Unbound.Contains(tool.Facts.Name) && !tool.Facts.IsDryRun))
        {
            var probed = tool.Probes(Nobody).Select(probe => probe.Operations[0]);
            var changing = tool.Facts.Operations.Where(id => OperationAreas.KindOf(id) != CallKind.Read);
            foreach (var operation in probed.Union(changing).Append(tool.Facts.Operations[0]))
            {
                Assert.Contains(tool.Facts.Name, OperationTools.Of(operation));
            }
        }
    }

    [Fact]
    public void Only_tools_that_there_are_stand_for_operations_that_there_are()
    {
        Assert.All(OperationTools.Covered, id => Assert.NotNull(OperationAreas.Find(id)));
        Assert.Empty(OperationTools.Covered.SelectMany(OperationTools.Of).Except(ToolCatalogue.Names));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task A_denied_tool_denies_its_operations(string tool, string id)
    {
        var operation = OperationAreas.Find(id)!;
        var isGet = operation.Method == HttpMethod.Get;
        var grant = ToolWorld.Everything with { Allow = [$"operation:{id}"] };
        await using var world = await ToolWorld.StartAsync(grant);
        var name = isGet ? "pinterest_read_operation" : "pinterest_write_operation";

        var before = await world.CallAsync(name, Arguments(operation));
        world.Grant = grant with { Deny = [tool] };
        var sent = world.SentOperations.Count;
        var error = await world.ErrorAsync(name, Arguments(operation));

        Assert.False(
            before.IsError is true && (string?)ToolWorld.DataOf(before)["kind"] is "Denied" or "ArgumentsWrong"
        );
        Assert.Equal($"deny:{tool}", (string?)error["rule"]);
        Assert.Equal(sent, world.SentOperations.Count);
    }

    [Fact]
    public async Task A_denied_tool_leaves_other_tools_that_send_the_same_operation()
    {
        await using var world = await ToolWorld.StartAsync(
            ToolWorld.Everything with
            {
                Deny = ["pinterest_whats_new", "pinterest_list_pins", "pinterest_get_board"],
            }
        );

        await world.DataAsync("pinterest_list_boards");
        await world.DataAsync("pinterest_search", """{"query":"table"}""");
    }

    private static string Arguments(Operation operation)
    {
        var values = operation
            .Parameters.Where(parameter => parameter.IsRequired)
            .Select(parameter => $"\"{parameter.Name}\":{ValueOf(parameter)}");
        var isList = OperationBodies.IsList(operation.Id);
        var body = operation.BodyType is null ? "" : $",\"body\":{(isList ? "[]" : "{}")}";
        return $"{{\"operation\":\"{operation.Id}\",\"parameters\":{{{string.Join(',', values)}}}{body}}}";
    }

    private static string ValueOf(OperationParameter parameter)
    {
        var value = parameter.Name.EndsWith("date", StringComparison.Ordinal) ? "2026-11-01" : "1";
        return parameter.Style is ParameterStyle.Repeated or ParameterStyle.Joined ? $"[\"{value}\"]" : $"\"{value}\"";
    }
}
