using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>Writes grants as <see cref="GrantFileReader"/> reads them. What is not set is left out.</summary>
internal static class GrantFileWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(IEnumerable<AgentGrant> agents)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("agents");
            foreach (var agent in agents)
            {
                json.WritePropertyName(agent.Agent);
                Write(json, agent);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>Writes one grant.</summary>
    public static void Write(Utf8JsonWriter json, AgentGrant grant)
    {
        json.WriteStartObject();
        json.WriteString("account", grant.Account);
        if (grant.Ends is { } ends)
        {
            json.WriteString("ends", ends.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        }

        json.WriteStartObject("areas");
        foreach (var (area, access) in grant.Areas.OrderBy(pair => pair.Key))
        {
            json.WriteString(GrantWords.Of(area), GrantWords.Of(access));
        }

        json.WriteEndObject();
        WriteList(json, "allow", grant.Allow.Count > 0 ? grant.Allow : null);
        WriteList(json, "deny", grant.Deny.Count > 0 ? grant.Deny : null);
        WriteList(json, "ask", grant.Ask);
        if (grant.ConfirmBy == ConfirmBy.Client)
        {
            json.WriteString("confirmBy", "client");
        }

        if (grant.Secret)
        {
            json.WriteBoolean("secret", true);
        }

        Write(json, grant.Limits);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, GrantLimits limits)
    {
        if (limits == new GrantLimits())
        {
            return;
        }

        json.WriteStartObject("limits");
        WriteList(json, "boards", limits.Boards);
        WriteList(json, "linkHosts", limits.LinkHosts);
        if (limits.Folder is { } folder)
        {
            json.WriteString("folder", folder);
        }

        if (limits.CreationsPerDay is { } creations)
        {
            json.WriteNumber("creationsPerDay", creations);
        }

        if (limits.Money != 0)
        {
            json.WriteNumber("money", limits.Money);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
