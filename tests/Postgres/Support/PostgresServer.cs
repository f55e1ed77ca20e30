using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Pinterest.OpenApi.Mcp.Storage.Postgres;

namespace Pinterest.OpenApi.PostgresTests.Support;

/// <summary>A server of the tests' own on loopback, which keeps what it acknowledged.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    /// <summary>The role that pinterest-mcp signs in as.</summary>
    public const string Writer = "mcp";

    public const string WriterPassword = "of-the-writer-4711";
    public const string AdministratorPassword = "of-the-administrator-4711";
    private const string Administrator = "postgres";
    private const string Template = "pinterest_template";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-openapi-postgres-");
    private readonly int _port = FreePort();
    private Process? _process;
    private int _databases;

    private string Data => Path.Combine(_folder.FullName, "data");

    public async Task InitializeAsync()
    {
        if (PostgresPrograms.Missing is not null)
        {
            return;
        }

        // What commands note beside the database must not go into the folder of the user.
        Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", Path.Combine(_folder.FullName, "config"));

        // As a user would give it: not in the settings of the connection.
        Environment.SetEnvironmentVariable("PGPASSWORD", WriterPassword);
        var password = Path.Combine(_folder.FullName, "password");
        await File.WriteAllTextAsync(password, AdministratorPassword);
        await PostgresPrograms.GiveAsync(_folder.FullName);
        await PostgresPrograms.RunAsync(
            "initdb",
            $"--pgdata={Data}",
            $"--username={Administrator}",
            $"--pwfile={password}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8"
        );
        await StartAsync();
        await RunAsync(Administrator, $"CREATE ROLE {Writer} LOGIN PASSWORD '{WriterPassword}'");
        await RunAsync(Administrator, $"CREATE DATABASE {Template}");
        await PostgresSetup.CreateAsync(
            AddressOf(Template, Administrator),
            new PostgresScript { Members = [Writer] },
            default
        );
    }

    public Task DisposeAsync()
    {
        Kill();
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Gives the address of a database, with the password of an administrator only.</summary>
    /// <param name="database">The database.</param>
    /// <param name="role">Who signs in.</param>
    /// <param name="more">More settings, each ending with a semicolon.</param>
    public PostgresAddress AddressOf(string database, string role = Writer, string more = "") =>
        PostgresAddress.Parse(
            $"Host=127.0.0.1;Port={_port};Database={database};Username={role};{more}"
                + (role == Administrator ? $"Password={AdministratorPassword};" : "")
        );

    public PostgresAddress AdministratorOf(string database) => AddressOf(database, Administrator);

    /// <summary>Makes an empty database, without tables or with those of the script.</summary>
    public async Task<string> NewDatabaseAsync(bool hasTables = true)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await RunAsync(Administrator, $"CREATE DATABASE {name} TEMPLATE {(hasTables ? Template : "template0")}");
        return name;
    }

    /// <summary>Removes a database, whoever uses it.</summary>
    public void Drop(string database) => Edit(Administrator, $"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    /// <summary>Runs statements as the administrator.</summary>
    public void Edit(string database, string sql, string role = Administrator)
    {
        using var connection = Open(database, role);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Opens a connection for the test itself.</summary>
    public NpgsqlConnection Open(string database, string role = Administrator)
    {
        var connection = new NpgsqlConnection(
            AddressOf(database, role, "Pooling=false;Search Path=pinterest_mcp;").Text
        );
        connection.Open();
        return connection;
    }

    /// <summary>Starts the server, on what it had written when it was killed.</summary>
    public async Task StartAsync()
    {
        _process = PostgresPrograms.Start(
            "postgres",
            "-D",
            Data,
            "-p",
            $"{_port}",
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "max_connections=200"
        );
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                Edit(Administrator, "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (Stopwatch.GetElapsedTime(begin) < Longest)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Ends the server as kill -9 does; its other processes end when they see that.</summary>
    public void Kill()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process?.Dispose();
        _process = null;
    }

    /// <summary>Stops all processes of the server where they stand, as a machine does that hangs.</summary>
    public void Freeze() => Signal("STOP");

    /// <summary>Lets them go on.</summary>
    public void Thaw() => Signal("CONT");

    /// <summary>Counts something as the administrator.</summary>
    public long Count(string sql)
    {
        using var connection = Open(Administrator);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    // The parent first, so that it starts no other one meanwhile.
    private void Signal(string signal)
    {
        Process.Start("kill", [$"-{signal}", $"{_process!.Id}"])!.WaitForExit();
        Process.Start("pkill", [$"-{signal}", "-P", $"{_process.Id}"])!.WaitForExit();
    }

    private async Task RunAsync(string database, string sql) => await Task.Run(() => Edit(database, sql));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
