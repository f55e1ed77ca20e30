using System.Globalization;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>Reads options that each have a number, such as <c>--seconds 20</c>.</summary>
internal static class NumberOptions
{
    /// <summary>Reads options one after the other. Gives null when one is unknown or has no number.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="options">What holds without options.</param>
    /// <param name="with">Takes one option; gives null when it is unknown, or the number is not allowed.</param>
    public static T? Read<T>(IEnumerable<string> arguments, T options, Func<T, string, int, T?> with)
        where T : class
    {
        foreach (var pair in arguments.Chunk(2))
        {
            if (
                pair.Length < 2
                || !int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || with(options, pair[0], number) is not { } changed
            )
            {
                return null;
            }

            options = changed;
        }

        return options;
    }
}
