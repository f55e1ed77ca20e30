using System.Diagnostics;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>What became of the client of a candidate.</summary>
/// <param name="Compiles">Whether it was generated and compiled.</param>
/// <param name="Problems">Why not, each a sentence or a compiler's error.</param>
/// <param name="NameChanges">Public names that the lock has otherwise; a decision will be needed to pin it.</param>
internal sealed record CandidateVerdict(
    bool Compiles,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> NameChanges
);

/// <summary>Generates the client of a release that nobody has pinned, and compiles it with the hand-written half, in a folder of its own.</summary>
internal static class CandidateBuild
{
    private const int MostErrors = 10;
    private static readonly string[] RootFiles =
    [
        "Directory.Build.props",
        "Directory.Packages.props",
        "NuGet.config",
        "global.json",
        ".editorconfig",
    ];

    /// <summary>Runs.</summary>
    /// <param name="layout">The checkout.</param>
    /// <param name="candidate">The release.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SpecEnvironmentException">NSwag or the .NET SDK could not be run.</exception>
    public static async Task<CandidateVerdict> RunAsync(
        RepositoryLayout layout,
        Description candidate,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(candidate);
        var folder = Directory.CreateTempSubdirectory("pinterest-openapi-candidate-");
        try
        {
            var generator = new ClientGenerator(layout);
            var normalised = generator.NormaliseOther(
                DescriptionReader.Read(candidate.Bytes.ToArray(), candidate.Name)
            );
            var source = Path.Combine(folder.FullName, "src");
            await generator
                .GenerateAsync(normalised, Path.Combine(source, "Generated"), cancellationToken)
                .ConfigureAwait(false);
            Copy(layout, folder.FullName, source);
            var errors = await CompileAsync(source, cancellationToken).ConfigureAwait(false);
            return new CandidateVerdict(
                errors.Count == 0,
                errors,
                [.. normalised.Names.Changes().Select(change => change.ToString() ?? "")]
            );
        }
        catch (SpecException error)
        {
            return new CandidateVerdict(false, [error.Message], []);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Copy(RepositoryLayout layout, string folder, string source)
    {
        foreach (var name in RootFiles.Where(name => File.Exists(Path.Combine(layout.Root, name))))
        {
            File.Copy(Path.Combine(layout.Root, name), Path.Combine(folder, name));
        }

        var extensions = Path.Combine(layout.Root, "src", "Extensions");
        foreach (var file in Directory.EnumerateFiles(extensions, "*.cs", SearchOption.AllDirectories))
        {
            var target = Path.Combine(source, "Extensions", Path.GetRelativePath(extensions, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        // The generated files are there already, so the step that makes them, and its project, stay out.
        var project = File.ReadAllText(Path.Combine(layout.Root, "src", "Pinterest.OpenApi.csproj"));
        var lines = project
            .Split('\n')
            .Where(line =>
                !line.Contains("<ProjectReference", StringComparison.Ordinal)
                && !line.Contains("<Import", StringComparison.Ordinal)
            );
        File.WriteAllText(Path.Combine(source, "Pinterest.OpenApi.csproj"), string.Join('\n', lines));
    }

    private static async Task<IReadOnlyList<string>> CompileAsync(string source, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", ["build", source, "-v", "q", "-nologo", "-clp:NoSummary"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = source,
        };
        using var process = Start(start);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output =
                await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false)
                + await errors.ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            if (process.ExitCode == 0)
            {
                return [];
            }

            var found = output
                .Split('\n')
                .Where(line => line.Contains("error", StringComparison.Ordinal))
                .Select(line => line.Replace(source, "src", StringComparison.Ordinal).Split(" [")[0].Trim())
                .Distinct()
                .Take(MostErrors)
                .ToList();
            return found.Count > 0 ? found : [$"dotnet build ended with {process.ExitCode}."];
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new SpecEnvironmentException("The .NET SDK could not be run: 'dotnet' is not on the PATH.", error);
        }
    }
}
