using System.Text;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Storage.Postgres;

/// <summary>
/// The grants of all machines: the text of a file of grants in the one row of a table, with a version that grows by one
/// at each change.
/// </summary>
/// <param name="store">The database.</param>
/// <param name="tools">The names of all tools, to find those that are misspelt; null when they are not known.</param>
public sealed class PostgresGrants(PostgresStore store, IReadOnlyCollection<string>? tools = null) : StoredGrants(tools)
{
    private const string Select = "SELECT version, json FROM grants";

    /// <inheritdoc/>
    public override string Place => $"table grants of the database {store.Name}";

    /// <inheritdoc/>
    protected override string Name => $"The table of grants in the database '{store.Name}'";

    /// <inheritdoc/>
    protected override byte[]? ReadBytes()
    {
        try
        {
            return store.ReadNow(Row)?.Json;
        }
        catch (AuditStoreException error)
        {
            throw new GrantFileException($"{error.Message} Nothing is allowed until the grants can be read.", error);
        }
    }

    /// <inheritdoc/>
    protected override async Task<IHeldGrants> HoldAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await Task.Run(Hold, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresErrors.IsOne(error))
        {
            throw NotWritten(PostgresErrors.Of(store.Name, error));
        }
        catch (AuditStoreException error)
        {
            throw NotWritten(error);
        }
    }

    /// <inheritdoc/>
    protected override GrantFileException Missing() =>
        new(
            $"There are no grants in the database '{store.Name}', so nothing is allowed. A person adds one with "
                + "'pinterest-mcp agents add NAME --shared-grants'."
        );

    private IHeldGrants Hold()
    {
        var begun = store.HoldGrants();
        try
        {
            return new HeldRow(this, begun, Row(Transaction(begun)));
        }
        catch
        {
            begun.Dispose();
            throw;
        }
    }

    private GrantRow? Row(StoreTransaction transaction)
    {
        using var command = transaction.Command(Select);
        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            return null;
        }

        var json = Encoding.UTF8.GetBytes(reader.GetString(1));
        CheckLength(json.Length);
        return new GrantRow(reader.GetInt64(0), json);
    }

    private static StoreTransaction Transaction(BegunTransaction begun) =>
        new(begun.Connection, begun.Inner, () => begun.Clock);

    private static GrantFileException NotWritten(AuditStoreException error) =>
        new($"{error.Message} The grants are as they were.", error);

    private sealed record GrantRow(long Version, byte[] Json);

    private sealed class HeldRow(PostgresGrants grants, BegunTransaction begun, GrantRow? row) : IHeldGrants
    {
        public byte[]? Bytes => row?.Json;

        public async Task WriteAsync(byte[] text)
        {
            try
            {
                await Task.Run(() => Write(Encoding.UTF8.GetString(text))).ConfigureAwait(false);
            }
            catch (Exception error) when (PostgresErrors.IsOne(error))
            {
                throw NotWritten(PostgresErrors.Of(grants.Store.Name, error));
            }
        }

        public ValueTask DisposeAsync()
        {
            begun.Dispose();
            return ValueTask.CompletedTask;
        }

        // The lock keeps out who respects it, and the version finds who does not, such as an administrator with psql.
        private void Write(string json)
        {
            var transaction = Transaction(begun);
            var changed = row is null
                ? transaction.Execute(
                    "INSERT INTO grants (version, json) VALUES (1, @json) ON CONFLICT DO NOTHING",
                    ("@json", json)
                )
                : transaction.Execute(
                    "UPDATE grants SET version = version + 1, json = @json WHERE version = @version",
                    ("@json", json),
                    ("@version", row.Version)
                );
            if (changed != 1)
            {
                throw new GrantFileException(
                    $"{grants.Name} was changed by somebody else meanwhile. It is as they left it. Try again."
                );
            }

            begun.Inner.Commit();
        }
    }

    private PostgresStore Store => store;
}
