using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Boards;

/// <summary>What the tools that change a section have in common.</summary>
internal abstract class SectionTool : PinterestTool
{
    protected static ToolParameter Board { get; } = ToolParameter.Id("board_id", isRequired: true);

    protected static ToolParameter Section { get; } = ToolParameter.Id("section_id", isRequired: true);

    protected static ToolParameter Name { get; } = ToolParameter.Text("name", 180, isRequired: true);

    /// <summary>Gets what was done, for the result.</summary>
    protected abstract string Done { get; }

    public override AgentCall ToCall(ToolArguments arguments) =>
        CallOf(arguments, Facts.Title) with
        {
            Boards = [arguments.Required("board_id")],
        };

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context)
    {
        var id = arguments.Required("board_id");
        return Writing(
            async (call, cancellationToken) =>
            {
                call.TouchedBoard(id);
                var section = await call
                    .Client.SendAsync(
                        Facts.Operations[0],
                        [Sending.With("board_id", id), Sending.With("section_id", arguments.Text("section_id"))],
                        arguments.Text("name") is { } name ? new JsonObject { ["name"] = name } : null,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                var data = section.Pick("id", "name");
                data["board_id"] = id;
                data.Set("id", arguments.Text("section_id"));
                return new ToolResult(Done, new JsonObject { ["section"] = data });
            },
            CompletionOf(arguments, new BoardLookup(id))
        );
    }

    protected virtual Func<AgentCall, IPinterestClient, CancellationToken, Task<AgentCall>> CompletionOf(
        ToolArguments arguments,
        BoardLookup lookup
    ) => lookup.Then(board => SummaryOf(arguments, board));

    protected abstract CallSummary SummaryOf(ToolArguments arguments, JsonNode board);

    protected static ToolFacts FactsOf(string verb, string title, string description, CallKind kind) =>
        new()
        {
            Name = $"pinterest_{verb}_section",
            Title = title,
            Description = description,
            Area = Area.Sections,
            Kind = kind,
            Operations = [$"board_sections/{verb}"],
            LookUps = [BoardLookup.Operation],
            IsCreation = verb == "create",
            IsVisible = true,
            IsIdempotent = verb != "create",
            Output = Outputs.Of("section"),
        };
}
