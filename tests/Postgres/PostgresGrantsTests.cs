using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Commands;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Storage.Postgres;

namespace Pinterest.OpenApi.PostgresTests;

/// <summary>Grants in a table hold for all machines at the next call, and no change is lost.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresGrantsTests(PostgresServer server)
{
    private const string Agent = "blog-helper";

    [StoreFact]
    public void Without_a_row_nothing_is_allowed()
    {
        using var world = new PostgresWorld(server);

        var error = Assert.Throws<GrantFileException>(() => New(world).Find(Agent));

        Assert.Contains("agents add NAME --shared-grants", error.Message);
    }

    [StoreFact]
    public async Task A_change_of_one_machine_works_at_the_next_call_on_another()
    {
        using var world = new PostgresWorld(server);
        var here = New(world);
        var there = New(world);

        await here.UpdateAsync(grants => grants.With(Grant(AreaAccess.Full)));
        Assert.Equal(AreaAccess.Full, there.Find(Agent)!.Areas[Area.Pins]);

        await here.UpdateAsync(grants => grants.With(Grant(AreaAccess.Off)));
        Assert.Equal(AreaAccess.Off, there.Find(Agent)!.Areas[Area.Pins]);
        await there.UpdateAsync(grants => grants.Without(Agent));
        Assert.Null(here.Find(Agent));
    }

    [StoreFact]
    public async Task Changes_of_many_at_once_are_all_kept()
    {
        using var world = new PostgresWorld(server);
        var machines = Enumerable.Range(0, 4).Select(_ => New(world)).ToList();
        var names = Enumerable.Range(0, 20).Select(number => $"agent-{number}").ToList();

        await Parallel.ForEachAsync(
            names.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (name, token) =>
                await machines[name.Index % 4]
                    .UpdateAsync(grants => grants.With(new AgentGrant { Agent = name.Item }), cancellationToken: token)
        );

        Assert.Equal(names.Order(StringComparer.Ordinal), New(world).Read().Agents.Keys);
        Assert.Equal(20L, Version(world));
    }

    [StoreFact]
    public async Task A_change_that_cannot_be_logged_is_not_made()
    {
        using var world = new PostgresWorld(server);
        var grants = New(world);
        await grants.UpdateAsync(all => all.With(Grant(AreaAccess.Read)));
        await world.WriteCallsAsync(1);
        world.Tamper("DELETE FROM audit");

        await Assert.ThrowsAsync<AuditStoreException>(() =>
            new LoggedGrants(grants, world.Log).ChangeAsync(Agent, "test", _ => Grant(AreaAccess.Full), default)
        );

        Assert.Equal(AreaAccess.Read, New(world).Find(Agent)!.Areas[Area.Pins]);
    }

    [StoreFact]
    public async Task What_an_administrator_changes_meanwhile_is_not_undone()
    {
        using var world = new PostgresWorld(server);
        var grants = New(world);
        await grants.UpdateAsync(all => all.With(Grant(AreaAccess.Read)));

        var error = await Assert.ThrowsAsync<GrantFileException>(() =>
            grants.UpdateAsync(
                all => all.With(Grant(AreaAccess.Full)),
                (_, _) =>
                {
                    world.Edit("UPDATE grants SET version = version + 1, json = '{\"agents\": {}}'");
                    return Task.CompletedTask;
                }
            )
        );

        Assert.Contains("changed by somebody else", error.Message);
        Assert.Empty(New(world).Read().Agents);
    }

    [StoreTheory]
    [InlineData("UPDATE grants SET json = 'no JSON'", "line 1")]
    [InlineData("UPDATE grants SET json = repeat(' ', 2000000)", "larger than 1048576 bytes")]
    [InlineData("DELETE FROM grants", "There are no grants")]
    [InlineData("REVOKE SELECT ON grants FROM pinterest_mcp_writer", "enough rights")]
    public async Task A_row_that_cannot_be_read_takes_back_what_was_granted(string sql, string message)
    {
        using var world = new PostgresWorld(server);
        var grants = New(world);
        await grants.UpdateAsync(all => all.With(Grant(AreaAccess.Full)));
        Assert.NotNull(grants.Find(Agent));

        world.Edit(sql);

        Assert.Contains(message, Assert.Throws<GrantFileException>(() => grants.Find(Agent)).Message);
    }

    [StoreFact]
    public async Task The_commands_change_the_table_and_leave_the_file_alone()
    {
        using var world = new PostgresWorld(server);
        var file = Path.Combine(world.Folder, "grants.json");
        string[] common = ["--shared-grants", "--grants", file, "--postgres", world.Address.Text];

        await RunAsync(ExitCodes.Good, ["agents", "add", Agent, .. common]);
        await RunAsync(ExitCodes.Good, ["agents", "grant", Agent, "--area", "pins=full", .. common]);

        Assert.Contains("pins full", await RunAsync(ExitCodes.Good, ["agents", "list", .. common]));
        Assert.Contains("pins", await RunAsync(ExitCodes.Good, ["agents", "show", Agent, .. common]));
        Assert.Equal(AreaAccess.Full, New(world).Find(Agent)!.Areas[Area.Pins]);
        await RunAsync(ExitCodes.Good, ["agents", "revoke", Agent, "--all", .. common]);
        Assert.Null(New(world).Find(Agent));
        Assert.False(File.Exists(file));
        Assert.Equal(3, (await world.Log.QueryAsync(new AuditFilter { Agent = Agent }, default)).Count);
    }

    [Theory]
    [InlineData("agents", "list")]
    [InlineData("agents", "add", "a")]
    [InlineData("serve", "--agent", "a")]
    public async Task Shared_grants_need_a_database(params string[] command) =>
        Assert.Contains("Name it with --postgres", await RunAsync(ExitCodes.Misuse, [.. command, "--shared-grants"]));

    private static PostgresGrants New(PostgresWorld world) => new((PostgresStore)world.NewStore());

    private static AgentGrant Grant(AreaAccess access) =>
        new()
        {
            Agent = Agent,
            Areas = new Dictionary<Area, AreaAccess> { [Area.Pins] = access },
        };

    private object? Version(PostgresWorld world)
    {
        using var connection = server.Open(world.Database);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT version FROM grants";
        return command.ExecuteScalar();
    }

    private static async Task<string> RunAsync(int code, string[] arguments)
    {
        using var output = new StringWriter();
        var actual = await McpApplication.RunAsync(arguments, output, output);
        Assert.True(code == actual, $"{actual} {output}");
        return output.ToString();
    }
}
