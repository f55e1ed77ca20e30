using System.Diagnostics;
using Npgsql;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Storage.Postgres;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.PostgresTests;

/// <summary>No log, no call: what is wrong with the database is said, with what to do, and without a secret.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresProblemTests(PostgresServer server)
{
    private const string Wrong = "a-wrong-password-4711";

    [StoreFact]
    public async Task A_wrong_password_is_refused_and_not_repeated()
    {
        var database = await server.NewDatabaseAsync();

        var error = await FailureAsync(server.AddressOf(database, more: $"Password={Wrong};"));

        Assert.Contains("refused the sign-in", error.Message);
        Assert.DoesNotContain(Wrong, error.ToString());
    }

    [StoreFact]
    public async Task A_database_that_is_missing_is_named()
    {
        var error = await FailureAsync(server.AddressOf("nowhere"));

        Assert.Contains("'nowhere' does not exist", error.Message);
    }

    [StoreFact]
    public async Task A_database_without_tables_says_who_makes_them()
    {
        var error = await FailureAsync(server.AddressOf(await server.NewDatabaseAsync(hasTables: false)));

        Assert.Contains("pinterest-mcp database create", error.Message);
    }

    [StoreFact]
    public async Task A_role_without_rights_says_which_it_lacks()
    {
        var database = await server.NewDatabaseAsync();
        server.Edit(database, "CREATE ROLE stranger LOGIN PASSWORD 'of-the-stranger'");

        var error = await FailureAsync(server.AddressOf(database, "stranger", "Password=of-the-stranger;"));

        Assert.Contains("GRANT pinterest_mcp_writer", error.Message);
    }

    [StoreTheory]
    [InlineData("REVOKE INSERT ON audit FROM pinterest_mcp_writer", "enough rights")]
    [InlineData("ALTER DATABASE {0} SET default_transaction_read_only = on", "is read-only")]
    [InlineData("UPDATE schema_version SET version = 2", "newer version of pinterest-mcp")]
    [InlineData("UPDATE schema_version SET version = 0", "older version")]
    [InlineData("ALTER TABLE audit RENAME TO theirs", "no tables of pinterest-mcp")]
    public async Task What_is_wrong_with_the_tables_is_said(string sql, string message)
    {
        var database = await server.NewDatabaseAsync();
        server.Edit(database, sql.Replace("{0}", database, StringComparison.Ordinal));

        var error = await FailureAsync(server.AddressOf(database));

        Assert.Contains(message, error.Message);
        Assert.Contains($"'{database}'", error.Message);
    }

    [StoreFact]
    public async Task Nobody_is_at_the_address()
    {
        var begin = Stopwatch.GetTimestamp();

        var error = await FailureAsync(
            PostgresAddress.Parse("Host=127.0.0.1;Port=1;Database=d;Username=u;Password=secret-4711")
        );

        Assert.Contains("cannot be reached", error.Message);
        Assert.DoesNotContain("secret-4711", error.ToString());
        Assert.InRange(Stopwatch.GetElapsedTime(begin), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("Host=db.example.com", SslMode.VerifyFull)]
    [InlineData("Host=10.0.0.7", SslMode.VerifyFull)]
    [InlineData("Host=localhost,db.example.com", SslMode.VerifyFull)]
    [InlineData("Host=db.example.com;SSL Mode=Disable", SslMode.Disable)]
    [InlineData("Host=db.example.com;sslmode=require", SslMode.Require)]
    [InlineData("Host=127.0.0.1", SslMode.Prefer)]
    [InlineData("Host=/run/postgresql", SslMode.Prefer)]
    public void Another_machine_proves_who_it_is_unless_somebody_says_otherwise(string text, SslMode expected)
    {
        var address = PostgresAddress.Parse(text + ";Database=pinterest");

        Assert.Equal(expected, PostgresConnection.Settings(address).SslMode);
    }

    [StoreFact]
    public async Task A_server_without_tls_is_not_trusted()
    {
        var database = await server.NewDatabaseAsync();

        var error = await FailureAsync(server.AddressOf(database, more: "SSL Mode=VerifyFull;"));

        Assert.Contains("has no TLS that can be trusted", error.Message);
    }

    [StoreFact]
    public async Task A_host_that_is_no_address_is_told() =>
        Assert.Contains(
            "Check the settings",
            (await FailureAsync(PostgresAddress.Parse("Host=0.0.0.0;Database=d;Username=u;SSL Mode=Disable"))).Message
        );

    [StoreFact]
    public async Task A_lock_that_nobody_lets_go_ends_the_wait()
    {
        var database = await server.NewDatabaseAsync();
        using var first = new PostgresStore(server.AddressOf(database));
        var options = new PostgresStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(200) };
        using var second = new PostgresStore(server.AddressOf(database), options);
        var entered = new TaskCompletionSource();
        using var leave = new ManualResetEventSlim();
        var holding = first.WriteAsync(
            _ =>
            {
                entered.SetResult();
                return leave.Wait(TimeSpan.FromSeconds(8));
            },
            default
        );
        await entered.Task;

        var error = await Assert.ThrowsAsync<AuditStoreException>(() =>
            new StoredAuditLog(second, NoHead).WriteAsync(StoreWorld.Intent(), default)
        );

        leave.Set();
        Assert.True(await holding);
        Assert.Contains("locked by another writer", error.Message);
    }

    [StoreFact]
    public async Task A_machine_that_stands_still_holds_up_nobody_for_longer_than_its_limit()
    {
        var database = await server.NewDatabaseAsync();
        var options = new PostgresStoreOptions { StatementTimeout = TimeSpan.FromSeconds(1) };
        using var frozen = new PostgresStore(server.AddressOf(database), options);
        using var other = new PostgresStore(server.AddressOf(database));
        var entered = new TaskCompletionSource();
        using var leave = new ManualResetEventSlim();
        var holding = frozen.WriteAsync(
            _ =>
            {
                entered.SetResult();
                return leave.Wait(TimeSpan.FromSeconds(30));
            },
            default
        );
        await entered.Task;

        var entry = await new StoredAuditLog(other, NoHead).WriteAsync(StoreWorld.Intent(), default);

        leave.Set();
        Assert.Equal(1, entry.Number);
        await Assert.ThrowsAsync<AuditStoreException>(() => holding);
    }

    [StoreFact]
    public async Task An_acknowledged_entry_is_on_the_disk_whatever_the_server_is_set_to()
    {
        var database = await server.NewDatabaseAsync();
        server.Edit(database, $"ALTER DATABASE {database} SET synchronous_commit = off");
        using var store = new PostgresStore(server.AddressOf(database));

        var setting = await store.WriteAsync(
            transaction => transaction.Command("SHOW synchronous_commit").ExecuteScalar(),
            default
        );

        Assert.Equal("on", setting);
    }

    [StoreFact]
    public async Task Machines_share_the_clock_of_the_server()
    {
        using var store = new PostgresStore(await AddressAsync());

        var entry = await new StoredAuditLog(store, NoHead).WriteAsync(StoreWorld.Intent(), default);

        Assert.InRange(entry.At - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(-30), TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("53100", "disk of its server is full")]
    [InlineData("53300", "no free connection")]
    [InlineData("57014", "took too long")]
    [InlineData("57P03", "being stopped or started")]
    [InlineData("58030", "damaged")]
    [InlineData("40P01", "collided")]
    [InlineData("22021", "character")]
    [InlineData("99999", "SQLSTATE 99999")]
    public void Each_error_names_the_database_and_nothing_of_the_server(string state, string text)
    {
        var error = PostgresErrors.Of(
            "pinterest",
            new PostgresException("told by the server", "ERROR", "ERROR", state)
        );

        Assert.Contains(text, error.Message);
        Assert.Contains("'pinterest'", error.Message);
        Assert.DoesNotContain("told by the server", error.Message);
    }

    [Theory]
    [InlineData("Host=db")]
    [InlineData("Database=d;Password=secret-4711")]
    [InlineData("postgres://mcp:secret-4711@db/pinterest")]
    [InlineData("Password='secret-4711")]
    public void A_text_that_is_no_address_is_not_repeated(string text)
    {
        var error = Assert.Throws<FormatException>(() => PostgresAddress.Parse(text));

        Assert.DoesNotContain("secret-4711", error.ToString());
    }

    [Theory]
    [InlineData("Host=db;Database=d;Pasword=secret-4711")]
    [InlineData("Host=db;Database=d;Port=secret-4711")]
    public void A_setting_that_npgsql_does_not_know_is_not_repeated(string text)
    {
        var address = PostgresAddress.Parse(text);

        var error = Assert.Throws<AuditStoreException>(() => new PostgresStore(address));

        Assert.DoesNotContain("secret-4711", error.ToString());
        Assert.DoesNotContain("secret-4711", address.ToString());
    }

    private static AuditLogOptions NoHead => new() { HeadFile = "" };

    private async Task<PostgresAddress> AddressAsync() => server.AddressOf(await server.NewDatabaseAsync());

    private static async Task<AuditStoreException> FailureAsync(PostgresAddress address)
    {
        using var store = new PostgresStore(address);
        return await Assert.ThrowsAsync<AuditStoreException>(() =>
            new StoredAuditLog(store, NoHead).WriteAsync(StoreWorld.Intent(), default)
        );
    }
}
