using System.CommandLine;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Prints the JSON schema of the file of the grants.</summary>
internal sealed class AgentsSchemaCommand : Command
{
    private const string Help = """
        Prints the JSON schema of the file of the grants, for an editor.

        Example: pinterest-mcp agents schema > grants.schema.json
        """;

    public AgentsSchemaCommand(TextWriter output)
        : base("schema", Help) =>
        SetAction(
            async (_, _) =>
            {
                await output.WriteAsync(GrantSchema.Read());
                return ExitCodes.Good;
            }
        );
}
