using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools;

/// <summary>Prompts for the two commonest jobs. They call nothing; an agent sees those whose tools it may use.</summary>
/// <param name="catalogue">The tools.</param>
public sealed class Prompts(ToolCatalogue catalogue)
{
    private const string Publish = "publish_pin";
    private const string Report = "weekly_report";
    private const int LongestArgument = 500;

    /// <summary>Lists the prompts of an agent.</summary>
    /// <param name="agent">Who asks.</param>
    /// <param name="cancellationToken">Ends the reading of the grant.</param>
    public async Task<IList<Prompt>> ListAsync(AgentIdentity agent, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(agent, cancellationToken).ConfigureAwait(false);
        var prompts = new List<Prompt>();
        if (names.Contains("pinterest_create_pin"))
        {
            prompts.Add(
                new Prompt
                {
                    Name = Publish,
                    Title = "Publish a Pin",
                    Description = "Finds the board, previews, asks, publishes one Pin.",
                    Arguments =
                    [
                        new PromptArgument
                        {
                            Name = "picture",
                            Description = "Address or file",
                            Required = true,
                        },
                        new PromptArgument
                        {
                            Name = "board",
                            Description = "Name of the board",
                            Required = true,
                        },
                        new PromptArgument { Name = "link", Description = "Where the Pin leads" },
                        new PromptArgument { Name = "about", Description = "What the Pin is about" },
                    ],
                }
            );
        }

        if (names.Contains("pinterest_account_analytics"))
        {
            prompts.Add(
                new Prompt
                {
                    Name = Report,
                    Title = "Weekly report",
                    Description = "Reports the last 7 days against the 7 before.",
                    Arguments = [],
                }
            );
        }

        return prompts;
    }

    /// <summary>Gives a prompt.</summary>
    /// <param name="agent">Who asks.</param>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">Its arguments, texts of at most 500 characters.</param>
    /// <param name="cancellationToken">Ends the reading of the grant.</param>
    /// <exception cref="McpProtocolException">There is no such prompt for this agent, or an argument is wrong.</exception>
    public async Task<GetPromptResult> GetAsync(
        AgentIdentity agent,
        string name,
        IReadOnlyDictionary<string, JsonElement>? arguments,
        CancellationToken cancellationToken
    )
    {
        var prompts = await ListAsync(agent, cancellationToken).ConfigureAwait(false);
        if (prompts.FirstOrDefault(each => each.Name == name) is not { } prompt)
        {
            throw new McpProtocolException("There is no such prompt for this agent.", McpErrorCode.InvalidParams);
        }

        var text = name == Publish ? PublishText(arguments) : ReportText;
        return new GetPromptResult
        {
            Description = prompt.Description,
            Messages =
            [
                new PromptMessage
                {
                    Role = Role.User,
                    Content = new TextContentBlock { Text = text },
                },
            ],
        };
    }

    private static string PublishText(IReadOnlyDictionary<string, JsonElement>? arguments) =>
        $"""
            Publish one Pin.
            Picture: {Of(arguments, "picture") ?? throw Missing("picture")}
            Board: {Of(arguments, "board") ?? throw Missing("board")}
            Link: {Of(arguments, "link") ?? "none"}
            About: {Of(arguments, "about") ?? "describe what the picture shows"}

            1. Find the id of the board with pinterest_list_boards. If there is none of the name, ask me.
            2. Write a title (at most 100 characters), a description (at most 800) and an alt text that says what is to be seen.
            3. Call pinterest_preview_pin, and show me the result with its problems. Wait for my yes.
            4. Call pinterest_create_pin with the same arguments. If it waits for approval, tell me the id and wait.
            """;

    private static string ReportText { get; } =
        """
            Report how the Pinterest account did in the last 7 days.

            1. pinterest_account_analytics for the last 7 days, and for the 7 days before.
            2. pinterest_top_pins for the last 7 days, by IMPRESSION and by OUTBOUND_CLICK, limit 5;
               read their titles with pinterest_get_pin.
            3. Write at most 200 words: what grew and what fell, in numbers and percent; the best Pins and what
               they have in common; one suggestion.
            Say which figures are not final. Invent nothing: leave out what was not given.
            """;

    private static string? Of(IReadOnlyDictionary<string, JsonElement>? arguments, string name)
    {
        if (arguments?.TryGetValue(name, out var value) is not true || value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.String && value.GetString() is { Length: <= LongestArgument } text
            ? DataFence.Clean(text, LongestArgument)
            : throw new McpProtocolException(
                $"'{name}' must be a text of at most {LongestArgument} characters.",
                McpErrorCode.InvalidParams
            );
    }

    private static McpProtocolException Missing(string name) =>
        new($"'{name}' is missing.", McpErrorCode.InvalidParams);

    private async Task<HashSet<string>> NamesAsync(AgentIdentity agent, CancellationToken cancellationToken)
    {
        var tools = await catalogue.ListAsync(agent, cancellationToken).ConfigureAwait(false);
        return [.. tools.Select(tool => tool.Name)];
    }
}
