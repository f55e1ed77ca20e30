using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Boards;

/// <summary>Deletes a section. It looks up how many Pins are in it.</summary>
internal sealed class DeleteSectionTool : SectionTool
{
    private const int Page = 250;
    private const string PinsOfSection = "board_sections/list_pins";

    public DeleteSectionTool() =>
        Facts = FactsOf(
            "delete",
            "Delete a section",
            "Deletes a section with its Pins, for good.",
            CallKind.Delete
        ) with
        {
            LookUps = [BoardLookup.Operation, PinsOfSection],
        };

    public override ToolFacts Facts { get; }

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [Board, Section];

    protected override string Done => "The section was deleted.";

    protected override Func<AgentCall, IPinterestClient, CancellationToken, Task<AgentCall>> CompletionOf(
        ToolArguments arguments,
        BoardLookup lookup
    ) =>
        async (call, client, cancellationToken) =>
        {
            var completed = await lookup.CompleteAsync(call, client, cancellationToken).ConfigureAwait(false);
            var pins = await client
                .ReadAsync(
                    PinsOfSection,
                    cancellationToken,
                    Sending.With("board_id", arguments.Required("board_id")),
                    Sending.With("section_id", arguments.Required("section_id")),
                    Sending.With("page_size", $"{Page}")
                )
                .ConfigureAwait(false);
            var count = pins.List("items").Count;
            var more = pins.Text("bookmark") is null ? "" : " or more";
            return completed with
            {
                Summary = Summaries.Of(
                    $"deleted a section of the board {lookup.Quoted} with its {count}{more} Pins",
                    ("Board", lookup.Board.Text("name")),
                    ("Section", arguments.Text("section_id")),
                    ("Pins in it", $"{count}{more}")
                ),
            };
        };

    protected override CallSummary SummaryOf(ToolArguments arguments, JsonNode board) => CallSummary.Empty;
}
