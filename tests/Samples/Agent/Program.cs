using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Client;

namespace Samples.Agent;

/// <summary>Runs the story in a sandbox.</summary>
public static class Program
{
    /// <summary>Runs the program. Needs pinterest-mcp and pinterest-openapi in PATH.</summary>
    public static async Task<int> Main()
    {
        var server = new StdioClientTransportOptions { Command = "pinterest-mcp", Arguments = ["serve", "--sandbox"] };
        try
        {
            await AgentStory.RunAsync(KitchenModel.New(), server, AskAsync, Console.Out, CancellationToken.None);
            return 0;
        }
        catch (Exception error) when (error is IOException or McpException or Win32Exception)
        {
            await Console.Error.WriteLineAsync($"{error.Message} Install pinterest-mcp and pinterest-openapi first.");
            return 1;
        }
    }

    // The server says at its start which --store the sandbox has.
    private static async Task AskAsync(string approval, CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync(
            $"In another terminal: pinterest-mcp approvals approve {approval} --store FILE. Then press Enter."
        );
        await Console.In.ReadLineAsync(cancellationToken);
    }
}
