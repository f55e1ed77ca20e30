using System.Data.Common;
using System.Globalization;

namespace Pinterest.OpenApi.Mcp.Storage.Postgres;

/// <summary>
/// Which database of PostgreSQL is meant, in the form of Npgsql, for example
/// <c>Host=db.example.com;Database=pinterest;Username=mcp</c>. It may hold a password, so it does not print it. It needs
/// nothing of Npgsql, which is loaded only when the database is used.
/// </summary>
public sealed class PostgresAddress
{
    /// <summary>The environment variable that may hold the whole text, with a password.</summary>
    public const string Variable = "PINTEREST_MCP_POSTGRES";

    private const string UsualPort = "5432";

    private static readonly string[] HostKeys = ["host", "server"];
    private static readonly string[] DatabaseKeys = ["database", "db"];
    private static readonly string[] SecretKeys = ["password", "pwd", "psw", "sslpassword"];

    private PostgresAddress(string text, string host, string port, string database)
    {
        Text = text;
        Host = host;
        Port = port;
        Database = database;
    }

    /// <summary>Gets the name of the database.</summary>
    public string Database { get; }

    /// <summary>Gets the server, or several with commas between them.</summary>
    public string Host { get; }

    /// <summary>Gets the port.</summary>
    public string Port { get; }

    /// <summary>Gets whether the text holds a password.</summary>
    public bool HasSecret => Values(Text).Any(pair => SecretKeys.Contains(pair.Key, StringComparer.Ordinal));

    /// <summary>Gets the whole text, which may hold a password.</summary>
    internal string Text { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">Pairs of name and value with semicolons between them. Host and Database are required.</param>
    /// <exception cref="FormatException">The text cannot be read, or lacks something. The message holds no value.</exception>
    public static PostgresAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Dictionary<string, string> values;
        try
        {
            values = Values(text);
        }
        catch (ArgumentException)
        {
            // Not the inner exception, which might quote a part of a password.
            throw Malformed("is not in the form");
        }

        return new PostgresAddress(
            text,
            Required(values, HostKeys, "Host"),
            values.GetValueOrDefault("port", UsualPort),
            Required(values, DatabaseKeys, "Database")
        );
    }

    /// <summary>Says which database it is, without a password.</summary>
    public override string ToString() => $"{Database} on {Host}";

    private static string Required(Dictionary<string, string> values, string[] keys, string name) =>
        keys.Select(key => values.GetValueOrDefault(key)).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))
        ?? throw Malformed($"has no {name}; it is in the form");

    private static FormatException Malformed(string what) =>
        new($"the text {what} Host=db.example.com;Database=pinterest;Username=mcp.");

    private static Dictionary<string, string> Values(string text)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = text };
        return builder
            .Keys.Cast<string>()
            .ToDictionary(
                key => key.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(),
                key => Convert.ToString(builder[key], CultureInfo.InvariantCulture) ?? "",
                StringComparer.Ordinal
            );
    }
}
