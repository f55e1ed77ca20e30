using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>Opens a file in the folder of a grant.</summary>
internal static class GrantedFile
{
    /// <exception cref="ToolArgumentException">It is not a plain file in the folder.</exception>
    public static FileStream Open(AgentGrant grant, string path)
    {
        try
        {
            return GrantedFolder.OpenRead(grant.Limits.Folder ?? throw new IOException("No folder is granted."), path);
        }
        catch (IOException error)
        {
            // The sentences of the folder name neither it nor the file.
            throw new ToolArgumentException(error.Message);
        }
    }
}
