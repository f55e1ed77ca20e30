using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Boards;

/// <summary>Makes a section on a board.</summary>
internal sealed class CreateSectionTool : SectionTool
{
    public CreateSectionTool() =>
        Facts = FactsOf("create", "Create a section", "Creates a section on a board.", CallKind.Write);

    public override ToolFacts Facts { get; }

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [Board, Name];

    protected override string Done => "The section was created.";

    protected override CallSummary SummaryOf(ToolArguments arguments, JsonNode board) =>
        Summaries.Of(
            $"made the section {Summaries.Quoted(arguments.Text("name"))} on the board {BoardView.Quoted(board)}",
            ("Board", board.Text("name")),
            ("Section", arguments.Text("name"))
        );
}
