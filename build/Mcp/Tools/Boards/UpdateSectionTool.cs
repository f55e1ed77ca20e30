using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Boards;

/// <summary>Gives a section another name.</summary>
internal sealed class UpdateSectionTool : SectionTool
{
    public UpdateSectionTool() => Facts = FactsOf("update", "Rename a section", "Renames a section.", CallKind.Write);

    public override ToolFacts Facts { get; }

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [Board, Section, Name];

    protected override string Done => "The section was renamed.";

    protected override CallSummary SummaryOf(ToolArguments arguments, JsonNode board) =>
        Summaries.Of(
            $"renamed a section of the board {BoardView.Quoted(board)} to {Summaries.Quoted(arguments.Text("name"))}",
            ("Board", board.Text("name")),
            ("Section", arguments.Text("section_id")),
            ("New name", arguments.Text("name"))
        );
}
