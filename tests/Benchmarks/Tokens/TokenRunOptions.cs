using System.Globalization;

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
    public static TokenRunOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new TokenRunOptions();
        foreach (var pair in arguments.Chunk(2))
        {
            if (
                pair.Length < 2
                || !int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || options.With(pair[0], number) is not { } changed
            )
            {
                return null;
            }

            options = changed;
        }

        return options;
    }

    private TokenRunOptions? With(string name, int number) =>
        name switch
        {
            "--seconds" when number > 0 => this with { Seconds = number },
            "--processes" when number > 0 => this with { Processes = number },
            "--seed" => this with { Seed = number },
            _ => null,
        };
}
