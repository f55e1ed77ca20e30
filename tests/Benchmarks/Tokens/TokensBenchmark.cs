using System.Globalization;

namespace Pinterest.OpenApi.Benchmarks.Tokens;

/// <summary>
/// Whether killed processes lose the accounts whose tokens they share, and how long a new token is in danger: from
/// the response of the server until the token is stored.
/// </summary>
internal static class TokensBenchmark
{
    /// <summary>The command of a worker, which the benchmark starts itself.</summary>
    public const string WorkerCommand = "tokens-worker";

    /// <summary>Runs both servers.</summary>
    /// <returns>1 when a server that keeps the old token alive lost an account, or a token was refreshed twice without
    /// a kill.</returns>
    public static async Task<int> RunAsync(TokenRunOptions options)
    {
        Console.WriteLine(
            $"{options.Processes} processes and {TokenRun.Accounts.Count} accounts in one folder, access tokens of 1 s, "
                + $"{options.Seconds} s for each server, seed {options.Seed}\n"
        );
        var keeping = await TokenRun.RunAsync(options, keepsOld: true);
        var strict = await TokenRun.RunAsync(options, keepsOld: false);

        Console.WriteLine("| The old refresh token ends | when the new one is used | at once |\n|---|---|---|");
        Row("refreshes", outcome => Number(outcome.Refreshes));
        Row("calls", outcome => Number(outcome.Calls));
        Row("kills", outcome => Number(outcome.Kills));
        Row("kills within 8 ms after a refresh was answered", outcome => Number(outcome.Aimed));
        Row("tokens refreshed twice, after a kill", outcome => Number(outcome.TwiceAfterKill));
        Row("tokens refreshed twice, without a kill", outcome => Number(outcome.TwiceWithoutKill));
        Row("accounts lost", outcome => Number(outcome.Lost));
        Row(
            "response to stored token, first refreshes of a process: median, p99, largest",
            outcome => Window(outcome.FirstWindows)
        );
        Row(
            "response to stored token, later refreshes of a process: median, p99, largest",
            outcome => Window(outcome.LaterWindows)
        );
        Row("calls that failed", Failures);
        return keeping.Lost > 0 || keeping.TwiceWithoutKill > 0 ? 1 : 0;

        void Row(string name, Func<TokenOutcome, string> value) =>
            Console.WriteLine($"| {name} | {value(keeping)} | {value(strict)} |");
    }

    private static string Failures(TokenOutcome outcome) =>
        outcome.Failures.Count == 0
            ? "0"
            : string.Join(", ", outcome.Failures.Select(failure => $"{failure.Value} {failure.Key}"));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Window(IReadOnlyList<double> windows)
    {
        if (windows.Count == 0)
        {
            return "none";
        }

        double[] parts = [0.5, 0.99, 1];
        var values = parts.Select(part => windows[(int)(part * (windows.Count - 1))]);
        var texts = values.Select(value => value.ToString("0.0", CultureInfo.InvariantCulture));
        return $"{string.Join(", ", texts)} ms of {windows.Count}";
    }
}
