using Npgsql;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Commands;
using Pinterest.OpenApi.Mcp.Storage.Postgres;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.PostgresTests;

/// <summary>An administrator makes the tables by a command, and the other commands take them by one option.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresCommandTests : IDisposable
{
    private const string Secret = "secret-4711";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-openapi-test-");
    private readonly PostgresServer _server;
    private readonly string? _before = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME");

    public PostgresCommandTests(PostgresServer server)
    {
        _server = server;

        // Heads and grants of these commands lie here, and not in the folder of the user.
        Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", _folder.FullName);
    }

    private string Grants => Path.Combine(_folder.FullName, "grants.json");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", _before);
        Environment.SetEnvironmentVariable(PostgresAddress.Variable, null);
        _folder.Delete(recursive: true);
    }

    [StoreFact]
    public async Task The_tables_are_made_once_and_used_by_every_command()
    {
        var database = await _server.NewDatabaseAsync(hasTables: false);
        Environment.SetEnvironmentVariable(PostgresAddress.Variable, _server.AdministratorOf(database).Text);
        string[] create = ["database", "create", "--grant-to", PostgresServer.Writer];
        Assert.Contains("Made the tables", await RunAsync(ExitCodes.Good, create));
        Assert.Contains("already", await RunAsync(ExitCodes.Good, create));
        Environment.SetEnvironmentVariable(PostgresAddress.Variable, null);

        string[] store = ["--postgres", _server.AddressOf(database).Text];
        await RunAsync(ExitCodes.Good, ["agents", "add", "blog-helper", "--grants", Grants, .. store]);
        Assert.Contains("blog-helper", await RunAsync(ExitCodes.Good, ["log", .. store]));
        Assert.Contains("1 entry, which is whole", await RunAsync(ExitCodes.Good, ["log", "--verify", .. store]));
        Assert.Contains("Nothing waits", await RunAsync(ExitCodes.Good, ["approvals", "list", .. store]));
        Assert.StartsWith("pmcp_", await RunAsync(ExitCodes.Good, ["agents", "key", "blog-helper", .. store]));

        Environment.SetEnvironmentVariable(PostgresAddress.Variable, _server.AddressOf(database).Text);
        Assert.Contains("2 entries, all whole", await RunAsync(ExitCodes.Good, ["log", "--verify"]));
    }

    [StoreFact]
    public async Task The_head_in_the_configuration_folder_finds_an_end_that_was_cut_off()
    {
        using var world = new PostgresWorld(_server);
        string[] store = ["--postgres", world.Address.Text];
        await RunAsync(ExitCodes.Good, ["agents", "add", "blog-helper", "--grants", Grants, .. store]);
        Assert.Single(
            Directory.GetFiles(Path.Combine(_folder.FullName, "pinterest-openapi"), $"{world.Database}@*.head")
        );

        world.Tamper("DELETE FROM audit");

        Assert.Contains("its end was cut off", await RunAsync(ExitCodes.Found, ["log", "--verify", .. store]));
        var refused = await RunAsync(
            ExitCodes.Environment,
            ["agents", "grant", "blog-helper", "--area", "pins=full", "--grants", Grants, .. store]
        );
        Assert.Contains("is not whole", refused);
        Assert.DoesNotContain("pins full", await RunAsync(ExitCodes.Good, ["agents", "list", "--grants", Grants]));
    }

    [StoreFact]
    public async Task The_script_that_is_printed_makes_the_tables()
    {
        var database = await _server.NewDatabaseAsync(hasTables: false);
        string[] roles = ["--owner", "their_owner", "--writer", "their_writer", "--grant-to", PostgresServer.Writer];
        var script = await RunAsync(ExitCodes.Good, ["database", "script", .. roles]);

        _server.Edit(database, script);

        using var store = new PostgresStore(_server.AddressOf(database));
        var log = new StoredAuditLog(store, new AuditLogOptions { HeadFile = "" });
        await log.WriteAsync(StoreWorld.Intent(), default);
        Assert.True((await log.VerifyAsync(default)).IsWhole);
    }

    [StoreFact]
    public async Task An_administrator_who_is_no_superuser_makes_the_tables_and_keeps_no_right_to_change_entries()
    {
        var database = await _server.NewDatabaseAsync(hasTables: false);
        _server.Edit(
            database,
            $"CREATE ROLE dba LOGIN CREATEROLE PASSWORD '{PostgresServer.WriterPassword}'; "
                + $"GRANT CREATE ON DATABASE {database} TO dba"
        );
        var address = _server.AddressOf(database, "dba");
        Environment.SetEnvironmentVariable(PostgresAddress.Variable, address.Text);
        string[] roles = ["--owner", "dba_owner", "--writer", "dba_writer", "--grant-to", PostgresServer.Writer];

        Assert.Contains("Made the tables", await RunAsync(ExitCodes.Good, ["database", "create", .. roles]));

        var refused = Assert.Throws<PostgresException>(() =>
            _server.Edit(database, "DROP TABLE pinterest_mcp.audit", "dba")
        );
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        using var store = new PostgresStore(_server.AddressOf(database));
        await new StoredAuditLog(store, new AuditLogOptions { HeadFile = "" }).WriteAsync(StoreWorld.Intent(), default);
    }

    [StoreFact]
    public async Task A_role_without_the_right_makes_nothing()
    {
        var database = await _server.NewDatabaseAsync(hasTables: false);

        var printed = await RunAsync(
            ExitCodes.Environment,
            ["database", "create", "--postgres", _server.AddressOf(database).Text, "--owner", "other_owner"]
        );

        Assert.Contains("Sign in as an administrator", printed);
        Assert.Throws<PostgresException>(() => _server.Edit(database, "SELECT * FROM pinterest_mcp.audit"));
    }

    [StoreFact]
    public async Task A_member_that_does_not_exist_makes_nothing()
    {
        var database = await _server.NewDatabaseAsync(hasTables: false);
        Environment.SetEnvironmentVariable(PostgresAddress.Variable, _server.AdministratorOf(database).Text);

        Assert.Contains(
            "--grant-to",
            await RunAsync(ExitCodes.Environment, ["database", "create", "--grant-to", "nobody"])
        );
        Assert.Throws<PostgresException>(() => _server.Edit(database, "SELECT * FROM pinterest_mcp.audit"));
    }

    [Theory]
    [InlineData("Host=db;Database=d;Username=u;Password=" + Secret)]
    [InlineData("Host=db;Database=d;Username=u;pwd=" + Secret)]
    [InlineData("Host=db;Database=d;Username=u;SSL Password=" + Secret)]
    [InlineData("postgres://mcp:" + Secret + "@db/pinterest")]
    public async Task A_password_in_the_option_is_refused_and_not_repeated(string text)
    {
        string[][] commands =
        [
            ["log"],
            ["approvals", "list"],
            ["serve", "--agent", "a"],
            ["database", "create"],
        ];
        foreach (var command in commands)
        {
            var printed = await RunAsync(ExitCodes.Misuse, [.. command, "--postgres", text]);

            Assert.Contains("--postgres:", printed);
            Assert.DoesNotContain(Secret, printed);
        }
    }

    [Fact]
    public async Task A_file_and_a_database_at_once_are_refused() =>
        Assert.Contains(
            "Pass one of them",
            await RunAsync(ExitCodes.Misuse, ["log", "--store", "a.db", "--postgres", "Host=db;Database=d"])
        );

    [Theory]
    [InlineData("x; DROP TABLE audit")]
    [InlineData("pg_monitor")]
    [InlineData("Upper")]
    [InlineData("\"quoted\"")]
    public async Task A_name_that_would_need_quotes_is_no_role(string name) =>
        Assert.Contains(
            "is no name of a role here",
            await RunAsync(ExitCodes.Misuse, ["database", "script", "--grant-to", name])
        );

    private static async Task<string> RunAsync(int code, string[] arguments)
    {
        using var output = new StringWriter();
        var actual = await McpApplication.RunAsync(arguments, output, output);
        Assert.True(code == actual, $"{actual} {output}");
        return output.ToString();
    }
}
