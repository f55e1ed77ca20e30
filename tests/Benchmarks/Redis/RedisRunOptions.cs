namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>The options of <c>redis</c>.</summary>
internal sealed record RedisRunOptions
{
    /// <summary>What <c>--help</c> says.</summary>
    public const string Help = """
        usage: dotnet run -c Release --project tests/Benchmarks -- redis [tokens | pacing | overhead | users] [OPTIONS]

        Measures what workers share on a redis-server that it starts. Without a name it runs all four: ten minutes.

          tokens      renewals of many processes, without kills and with kills of workers and of the server
          pacing      calls of many processes against rate limits, and round trips a call
          overhead    a call with the rate limiter on Redis beside one with that of the process
          users       memory of many users, and the time to the first call

          --seconds N     how long each run takes; the default is 60, and 119 for pacing
          --processes N   how many workers run; the default is 8, and 4 for pacing
          --users N       how many users there are; the default is 100, and 100000 for users
          --seed N        what the moments of the kills are drawn from; the default is drawn, and printed

        The exit code is 1 when a target is missed, 2 for wrong arguments and 3 when redis-server is not installed.
        Example: dotnet run -c Release --project tests/Benchmarks -- redis tokens --seconds 20 --seed 7
        """;

    private static readonly string[] AllParts = ["tokens", "pacing", "overhead", "users"];

    /// <summary>Gets the parts to run.</summary>
    public IReadOnlyList<string> Parts { get; init; } = AllParts;

    /// <summary>Gets how long each run takes, or null for the default of the part.</summary>
    public int? Seconds { get; init; }

    /// <summary>Gets how many workers run, or null for the default of the part.</summary>
    public int? Processes { get; init; }

    /// <summary>Gets how many users there are, or null for the default of the part.</summary>
    public int? Users { get; init; }

    /// <summary>Gets what the moments of the kills are drawn from.</summary>
    public int Seed { get; init; } = Random.Shared.Next();

    /// <summary>Gets whether only the help is asked for.</summary>
    public bool IsHelp { get; init; }

    /// <summary>Reads the arguments. Gives null when one is unknown or not a number.</summary>
    public static RedisRunOptions? Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Contains("--help"))
        {
            return new RedisRunOptions { IsHelp = true };
        }

        var options = new RedisRunOptions();
        if (arguments.Count > 0 && AllParts.Contains(arguments[0]))
        {
            options = options with { Parts = [arguments[0]] };
            arguments = [.. arguments.Skip(1)];
        }

        return NumberOptions.Read(arguments, options, (read, name, number) => read.With(name, number));
    }

    private RedisRunOptions? With(string name, int number) =>
        name switch
        {
            "--seconds" when number > 0 => this with { Seconds = number },
            "--processes" when number > 0 => this with { Processes = number },
            "--users" when number > 0 => this with { Users = number },
            "--seed" => this with { Seed = number },
            _ => null,
        };
}
