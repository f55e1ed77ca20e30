using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools;

/// <summary>Boards and Pins as resources: <c>pinterest://boards/{id}</c> and <c>pinterest://pins/{id}</c>.</summary>
/// <param name="catalogue">The tools; a resource is read by the tool that reads the same thing.</param>
public sealed class Resources(ToolCatalogue catalogue)
{
    private const string Json = "application/json";

    private static readonly ResourceKind[] Kinds =
    [
        new("boards", "pinterest_get_board", "board_id", "A board"),
        new("pins", "pinterest_get_pin", "pin_id", "A Pin"),
    ];

    /// <summary>Lists the templates that an agent may use now.</summary>
    /// <param name="agent">Who asks.</param>
    /// <param name="cancellationToken">Ends the reading of the grant.</param>
    public async Task<IList<ResourceTemplate>> ListAsync(AgentIdentity agent, CancellationToken cancellationToken)
    {
        var tools = await catalogue.ListAsync(agent, cancellationToken).ConfigureAwait(false);
        return
        [
            .. Kinds
                .Where(kind => tools.Any(tool => tool.Name == kind.Tool))
                .Select(kind => new ResourceTemplate
                {
                    Name = kind.Name,
                    Title = kind.Title,
                    UriTemplate = $"pinterest://{kind.Name}/{{id}}",
                    Description = $"{kind.Title} by its id, as {kind.Tool} gives it.",
                    MimeType = Json,
                }),
        ];
    }

    /// <summary>Reads a resource, through the gate and with its entries in the log.</summary>
    /// <param name="agent">Who reads.</param>
    /// <param name="uri">The address.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="McpProtocolException">There is no such resource, or the call gave none; the message says
    /// why.</exception>
    public async Task<ReadResourceResult> ReadAsync(
        AgentIdentity agent,
        string uri,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(uri);
        var kind = Kinds.FirstOrDefault(each => uri.StartsWith(each.Prefix, StringComparison.Ordinal));
        if (kind is null || uri.Length > 200)
        {
            throw new McpProtocolException(
                "There is no such resource. Use pinterest://boards/ID or pinterest://pins/ID.",
                McpErrorCode.ResourceNotFound
            );
        }

        using var id = JsonDocument.Parse($"\"{JsonEncodedText.Encode(uri[kind.Prefix.Length..])}\"");
        var arguments = new Dictionary<string, JsonElement> { [kind.Argument] = id.RootElement };
        var result = await catalogue
            .CallAsync(agent, kind.Tool, arguments, null, cancellationToken)
            .ConfigureAwait(false);
        if (result.IsError is true)
        {
            throw new McpProtocolException(((TextContentBlock)result.Content[0]).Text, McpErrorCode.ResourceNotFound);
        }

        return new ReadResourceResult
        {
            Contents =
            [
                new TextResourceContents
                {
                    Uri = uri,
                    MimeType = Json,
                    Text = result.StructuredContent?.GetRawText() ?? "{}",
                },
            ],
        };
    }

    private sealed record ResourceKind(string Name, string Tool, string Argument, string Title)
    {
        public string Prefix => $"pinterest://{Name}/";
    }
}
