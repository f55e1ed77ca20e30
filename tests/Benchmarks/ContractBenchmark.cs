using System.Diagnostics;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Unit.Spec.Pacts;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>
/// Static verification of all contracts, as a whole process, and whether its verdicts are those of pactflow's
/// comparator (npm package).
/// </summary>
internal static class ContractBenchmark
{
    private const string Peer = "@pactflow/openapi-pact-comparator@2.3.1";
    private const int Rounds = 7;

    public static int Run()
    {
        var root = Checkout.Root;
        var folder = Directory.CreateTempSubdirectory("pinterest-openapi-contracts-").FullName;
        try
        {
            _ = Shell("dotnet", root, "build", "-c", "Release", "build/Tool");
            File.WriteAllText(Path.Combine(folder, "package.json"), "{ \"private\": true }");
            _ = Shell("npm", folder, "install", "--no-audit", "--no-fund", Peer);
            var (description, pact, tool) = (
                Path.Combine(root, "openapi", "pinterest-v5.json"),
                Directory.EnumerateFiles(Path.Combine(root, "tests", "Contract", "pacts")).Single(),
                Path.Combine(root, "build", "Tool", "bin", "Release", "net10.0", "pinterest-openapi.dll")
            );
            var comparator = Path.Combine(folder, "node_modules", ".bin", "opc");
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                ours.Add(Shell("dotnet", root, tool, "contract", "verify").Seconds);
                theirs.Add(Shell(comparator, folder, "--oas", description, pact).Seconds);
            }

            Console.WriteLine(
                $"All contracts against the description, whole processes, median of {Rounds}: ours "
                    + $"{ReadBenchmark.Median(ours):0.00} s, the comparator "
                    + $"{ReadBenchmark.Median(theirs):0.00} s\n"
            );
            Comparisons.Add(
                new Comparison(
                    "contract verify",
                    ReadBenchmark.Median(ours),
                    "pactflow's comparator",
                    ReadBenchmark.Median(theirs),
                    "s"
                )
            );
            Compare(folder, description, pact, comparator);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(string folder, string description, string pact, string comparator)
    {
        var committed = Read(pact);
        var cases = ((JArray)committed["interactions"]!)
            .OfType<JObject>()
            .Select(one => ((string)one["description"]!, Alone(committed, one)))
            .Concat(WrongPacts.All(committed))
            .ToList();
        var verifier = new ContractVerifier(DescriptionReader.Parse(File.ReadAllBytes(description), description));
        var (agree, apart) = (0, new List<string>());
        foreach (var (name, wrong) in cases)
        {
            var file = Path.Combine(folder, "pact.json");
            File.WriteAllText(file, wrong.ToString());
            var mine = verifier.Verify(PactContract.ReadAll([file]), "description").HasFailed;
            var found = JArray
                .Parse(Shell(comparator, folder, "--oas", description, file).Output)
                .OfType<JObject>()
                .Where(one => (string?)one["type"] == "error")
                .ToList();
            if (mine == found.Count > 0)
            {
                agree++;
            }
            else
            {
                var difference = mine
                    ? "we refuse it, the comparator does not"
                    : $"the comparator refuses it ({(string?)found[0]["message"]}), we do not";
                apart.Add($"- {name}: {difference}");
            }
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Verdicts: {agree} of {cases.Count} agree "
                    + $"({cases.Count - WrongPacts.All(committed).Count()} of ours, "
                    + $"{WrongPacts.All(committed).Count()} wrong ones). Apart:"
            )
        );
        foreach (var line in apart)
        {
            Console.WriteLine(line);
        }
    }

    private static JObject Alone(JObject pact, JObject interaction)
    {
        var alone = (JObject)pact.DeepClone();
        alone["interactions"] = new JArray(interaction.DeepClone());
        return alone;
    }

    private static JObject Read(string file)
    {
        using var reader = new JsonTextReader(File.OpenText(file)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    private static (double Seconds, string Output) Shell(string program, string folder, params string[] arguments)
    {
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = errors.Result;
        return (Stopwatch.GetElapsedTime(begin).TotalSeconds, output);
    }
}
