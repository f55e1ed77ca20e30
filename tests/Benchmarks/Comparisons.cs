using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Benchmarks.Diffs;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>One figure of ours beside that of a peer.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Ours">Our figure.</param>
/// <param name="Peer">The peer.</param>
/// <param name="Theirs">Its figure.</param>
/// <param name="Unit">The unit of both.</param>
/// <param name="MoreIsBetter">Whether a larger figure is the better one.</param>
internal sealed record Comparison(
    string What,
    double Ours,
    string Peer,
    double Theirs,
    string Unit,
    bool MoreIsBetter = false
)
{
    /// <summary>
    /// Gets how many times the better one is better, as what we need of what the peer needs: less than 1 is better
    /// than the peer.
    /// </summary>
    public double Ratio => MoreIsBetter ? Theirs / Ours : Ours / Theirs;
}

/// <summary>What the benchmarks of one run found beside their peers, as a table and a picture.</summary>
internal static class Comparisons
{
    private const int Row = 26;
    private const int Left = 560;
    private const int Width = 1080;
    private const double Widest = 2;

    private static readonly List<Comparison> All = [];

    /// <summary>Notes a figure.</summary>
    public static void Add(Comparison comparison) => All.Add(comparison);

    /// <summary>Runs all benchmarks that have a peer and writes what they found into artifacts/benchmarks.</summary>
    public static async Task<int> RunAllAsync(string root)
    {
        (string Name, Func<Task<int>> Run)[] benchmarks =
        [
            ("read", () => Task.FromResult(ReadBenchmark.Run())),
            ("first", () => Task.FromResult(FirstCallBenchmark.Run())),
            ("calls", () => Task.FromResult(CallBenchmark.Run())),
            ("diff", () => Task.FromResult(DiffBenchmark.Run())),
            ("contracts", () => Task.FromResult(ContractBenchmark.Run())),
            ("sandbox", () => SandboxBenchmark.RunAsync(soakSeconds: 10)),
        ];
        var failed = new List<string>();
        foreach (var (name, run) in benchmarks)
        {
            Console.WriteLine($"\n# {name}\n");
            try
            {
                if (await run() != 0)
                {
                    failed.Add(name);
                }
            }
            catch (Exception error)
                when (error is InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
            {
                // One peer that cannot be had does not take the others along.
                Console.Error.WriteLine($"{name}: {error.Message}");
                failed.Add(name);
            }
        }

        var folder = Directory.CreateDirectory(Path.Combine(root, "artifacts", "benchmarks")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmarks.md"), ToMarkdown());
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmarks.svg"), ToSvg());
        Console.WriteLine($"\n{ToMarkdown()}\nWritten into {Path.GetRelativePath(root, folder)}.");
        if (failed.Count > 0)
        {
            await Console.Error.WriteLineAsync($"Not measured, or over a limit: {string.Join(", ", failed)}.");
        }

        return failed.Count == 0 ? 0 : 1;
    }

    private static string ToMarkdown()
    {
        var text = new StringBuilder("| what | ours | peer | theirs | ratio |\n|---|---|---|---|---|\n");
        foreach (var each in All)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {each.What} | {Figure(each.Ours)} {each.Unit} | {each.Peer} | {Figure(each.Theirs)} {each.Unit} | {each.Ratio:0.00} |\n"
            );
        }

        return text.Append(
                "\nA ratio below 1 is better than the peer. Both of a row were measured in turns in one run.\n"
            )
            .ToString();
    }

    private static string Figure(double value) =>
        value.ToString(
            value >= 100 ? "0"
                : value >= 1 ? "0.0"
                : "0.00",
            CultureInfo.InvariantCulture
        );

    private static string ToSvg()
    {
        var height = (All.Count * Row) + 40;
        var svg = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" "
                + $"font-family=\"sans-serif\" font-size=\"12\"><rect width=\"100%\" height=\"100%\" "
                + $"fill=\"#fff\"/>"
        );
        for (var i = 0; i < All.Count; i++)
        {
            var (y, shown) = (i * Row, Math.Min(All[i].Ratio, Widest));
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Left - 8}\" y=\"{y + 18}\" "
                    + $"text-anchor=\"end\">{System.Net.WebUtility.HtmlEncode($"{All[i].What} / {All[i].Peer}")}</text>"
            );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{Left}\" y=\"{y + 5}\" width=\"{X(shown) - Left:0.#}\" "
                    + $"height=\"{Row - 9}\" fill=\"{(All[i].Ratio <= 1 ? "#1e8449" : "#b9770e")}\"/><text "
                    + $"x=\"{X(shown) + 5:0.#}\" y=\"{y + 18}\">{All[i].Ratio:0.00}</text>"
            );
        }

        return svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{X(1):0.#}\" x2=\"{X(1):0.#}\" y1=\"0\" y2=\"{height - 30}\" "
                    + $"stroke=\"#c0392b\"/><text x=\"{X(1):0.#}\" y=\"{height - 14}\" "
                    + $"text-anchor=\"middle\">the peer</text></svg>\n"
            )
            .ToString();

        static double X(double ratio) => Left + (ratio / Widest * (Width - Left - 60));
    }
}
