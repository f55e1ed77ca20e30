using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Prints grants for people.</summary>
internal static class AgentsReport
{
    private const int NameWidth = 14;

    public static string List(GrantFile grants)
    {
        if (grants.Agents.Count == 0)
        {
            return "No agent may do anything. 'pinterest-mcp agents add NAME' adds one.\n";
        }

        var text = new StringBuilder();
        var width = grants.Agents.Keys.Max(name => name.Length);
        foreach (var (name, grant) in grants.Agents)
        {
            var facts = GrantText.Facts(grant).ToDictionary();
            text.Append(name.PadRight(width))
                .Append(
                    CultureInfo.InvariantCulture,
                    $"  account {grant.Account}; ends {facts["ends"]}; {facts["areas"]}\n"
                );
        }

        return text.ToString();
    }

    public static string Show(AgentGrant grant)
    {
        var text = new StringBuilder(grant.Agent).Append('\n');
        foreach (var (name, value) in GrantText.Facts(grant))
        {
            text.Append("  ").Append(name.PadRight(NameWidth)).Append(value).Append('\n');
        }

        return text.ToString();
    }
}
