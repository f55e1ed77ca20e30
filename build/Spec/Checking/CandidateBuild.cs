using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>
/// Generates the client of a release that is not pinned, and compiles it with the hand-written half, in a folder of
/// its own.
/// </summary>
internal static class CandidateBuild
{
    private static readonly string[] RootFiles =
    [
        "Directory.Build.props",
        "Directory.Packages.props",
        "NuGet.config",
        "global.json",
        ".editorconfig",
    ];

    /// <summary>Generates and compiles.</summary>
    /// <param name="layout">The checkout.</param>
    /// <param name="candidate">The description of the release.</param>
    /// <param name="cancellationToken">Ends the build.</param>
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
            var normalised = generator.NormaliseNext(
                DescriptionReader.ReadToGenerate(candidate.Bytes.ToArray(), candidate.Name),
                isPinned: false
            );
            var source = Path.Combine(folder.FullName, "src");
            await generator
                .GenerateCompleteAsync(normalised, candidate.Name, Path.Combine(source, "Generated"), cancellationToken)
                .ConfigureAwait(false);
            Copy(layout, folder.FullName, source);
            var errors = await CandidateCompiler.RunAsync(source, cancellationToken).ConfigureAwait(false);

            // Nobody pins an older release, so nothing is to be decided for one.
            var isOlder = ReleaseStore.CompareVersions(candidate.Version, PinRecord.Read(layout.PinRecord).Version) < 0;
            return new CandidateVerdict(
                errors.Count == 0,
                errors,
                isOlder ? [] : [.. normalised.Names.Changes().Select(change => $"{change} {change.Advice}")],
                isOlder ? [] : [.. normalised.StaleDecisions.Select(decision => decision.ToString())]
            );
        }
        catch (SpecException error)
        {
            return new CandidateVerdict(false, [error.Message, .. error.Details], [], []);
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

        const string project = "Pinterest.OpenApi.csproj";
        CandidateProject.Write(Path.Combine(layout.Root, "src", project), Path.Combine(source, project));
    }
}
