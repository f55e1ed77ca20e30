using System.Diagnostics.CodeAnalysis;
using Npgsql;
using Pinterest.OpenApi.Mcp.Audit;

namespace Pinterest.OpenApi.Mcp.Storage.Postgres;

/// <summary>Makes the tables for an administrator.</summary>
internal static class PostgresSetup
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Makes roles, tables and triggers, all or nothing. Where they are, only roles become members.</summary>
    /// <param name="address">The database, with a role that may create roles and schemas.</param>
    /// <param name="script">What is made.</param>
    /// <param name="cancellationToken">Ends it; nothing was made then.</param>
    /// <returns>Whether the tables were made now.</returns>
    /// <exception cref="AuditStoreException">The database refused it, or has tables of another version.</exception>
    public static async Task<bool> CreateAsync(
        PostgresAddress address,
        PostgresScript script,
        CancellationToken cancellationToken
    )
    {
        var source = PostgresConnection.Source(address, Longest);
        await using var closing = source.ConfigureAwait(false);
        try
        {
            var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using var ending = connection.ConfigureAwait(false);
            if (await ExistsAsync(connection, cancellationToken).ConfigureAwait(false))
            {
                PostgresSchema.Check(connection, address.Database, isWriting: false);
                await RunAsync(connection, script.Memberships(), cancellationToken).ConfigureAwait(false);
                return false;
            }

            await RunAsync(connection, script.ToString(), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new AuditStoreException(
                $"The database '{address.Database}' does not let this role make roles and schemas, or grant them. Sign in as an "
                    + "administrator, or give one the SQL of 'pinterest-mcp database script'.",
                error
            );
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UndefinedObject)
        {
            throw new AuditStoreException(
                $"The database '{address.Database}' has no such role as --grant-to says. Make it first: CREATE ROLE name LOGIN.",
                error
            );
        }
        catch (Exception error) when (PostgresErrors.IsOne(error))
        {
            throw PostgresErrors.Of(address.Database, error);
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using var ending = command.ConfigureAwait(false);
        command.CommandText = $"SELECT pg_catalog.to_regclass('{PostgresSchema.Name}.schema_version') IS NOT NULL";
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is true;
    }

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "The names of roles in it were checked to be plain identifiers."
    )]
    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        if (sql.Length == 0)
        {
            return;
        }

        var command = connection.CreateCommand();
        await using var ending = command.ConfigureAwait(false);
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
