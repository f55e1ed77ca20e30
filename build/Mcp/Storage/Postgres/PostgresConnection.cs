using System.Net;
using Npgsql;
using Pinterest.OpenApi.Mcp.Audit;

namespace Pinterest.OpenApi.Mcp.Storage.Postgres;

/// <summary>Makes the connections of an address: short waits, no values in errors, and TLS to other machines.</summary>
internal static class PostgresConnection
{
    // Seconds, as Npgsql counts them.
    private const int ConnectSeconds = 5;
    private const int GraceSeconds = 5;
    private const int MostConnections = 8;

    /// <summary>Makes a source of connections; none is opened yet.</summary>
    /// <param name="address">The database.</param>
    /// <param name="statement">The longest statement; the server ends it first, and the client a little later.</param>
    /// <exception cref="AuditStoreException">Npgsql does not know a name or a value of the address.</exception>
    public static NpgsqlDataSource Source(PostgresAddress address, TimeSpan statement)
    {
        var settings = Settings(address);
        settings.CommandTimeout = (int)Math.Ceiling(statement.TotalSeconds) + GraceSeconds;

        // The small builder has no reflection, so that it survives trimming and ahead-of-time compilation.
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableTransportSecurity();
        return builder.Build();
    }

    /// <summary>Gives what Npgsql is told: what the address says, and what is safe where it says nothing.</summary>
    /// <exception cref="AuditStoreException">Npgsql does not know a name or a value of the address.</exception>
    internal static NpgsqlConnectionStringBuilder Settings(PostgresAddress address)
    {
        var settings = Read(address);
        SetUnlessSaid(settings, "Timeout", () => settings.Timeout = ConnectSeconds);
        SetUnlessSaid(settings, "Maximum Pool Size", () => settings.MaxPoolSize = MostConnections);
        SetUnlessSaid(settings, "Application Name", () => settings.ApplicationName = "pinterest-mcp");
        if (!address.Host.Split(',').All(IsThisMachine))
        {
            SetUnlessSaid(settings, "SSL Mode", () => settings.SslMode = SslMode.VerifyFull);
        }

        settings.SearchPath = $"{PostgresSchema.Name},pg_temp";
        settings.Enlist = false;
        settings.IncludeErrorDetail = false;
        settings.LogParameters = false;
        settings.PersistSecurityInfo = false;
        return settings;
    }

    private static NpgsqlConnectionStringBuilder Read(PostgresAddress address)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(address.Text);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException)
        {
            // Without the cause, which may quote a value.
            throw new AuditStoreException(
                $"The settings of the database '{address.Database}' have a name or a value that Npgsql does not know. "
                    + "Compare them with its list of connection string parameters."
            );
        }
    }

    private static void SetUnlessSaid(NpgsqlConnectionStringBuilder settings, string name, Action set)
    {
        if (!settings.ShouldSerialize(name))
        {
            set();
        }
    }

    // A path is a socket of this machine.
    private static bool IsThisMachine(string host) =>
        host.Trim() is var name
        && (
            name.StartsWith('/')
            || name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address))
        );
}
