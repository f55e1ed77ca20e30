namespace Pinterest.OpenApi.Benchmarks.Tokens;

/// <summary>The options of <c>tokens</c>.</summary>
internal sealed record TokenRunOptions
{
    /// <summary>Gets how long the workers call each of the two servers.</summary>
    public int Seconds { get; init; } = 60;

    /// <summary>Gets how many workers call at a time.</summary>
    public int Processes { get; init; } = 2;

    /// <summary>Gets what the moments of the kills are drawn from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Reads options, each with a number. Gives null when one is unknown or not a number.</summary>
    public static TokenRunOptions? Parse(IReadOnlyList<string> arguments) =>
        NumberOptions.Read(arguments, new TokenRunOptions(), (read, name, number) => read.With(name, number));

    private TokenRunOptions? With(string name, int number) =>
        name switch
        {
            "--seconds" when number > 0 => this with { Seconds = number },
            "--processes" when number > 0 => this with { Processes = number },
            "--seed" => this with { Seed = number },
            _ => null,
        };
}
