using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Diff.Client;

/// <summary>Generates the client of both sides and compares their public members. The names of the base are the lock of the revision, so that no heuristic looks like a break.</summary>
internal static class ClientComparison
{
    public static async Task<DiffResult> AddAsync(
        DiffResult result,
        Description before,
        Description after,
        Func<RepositoryLayout> layout,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var generator = new ClientGenerator(layout());
            var old = generator.NormaliseOther(DescriptionReader.Read(before.Bytes.ToArray(), before.Name));
            var now = generator.NormaliseOther(
                DescriptionReader.Read(after.Bytes.ToArray(), after.Name),
                new NameRegistry(DescriptionReader.Parse(old.Names.ToBytes(), "names"))
            );
            var surfaces = await Task.WhenAll(
                    SurfaceAsync(generator, old, cancellationToken),
                    SurfaceAsync(generator, now, cancellationToken)
                )
                .ConfigureAwait(false);
            var verdict = Compare(surfaces[0].Members, surfaces[1].Members);
            var causes = new ClientCauses(
                new ClientSide(before.Root, old, surfaces[0]),
                new ClientSide(after.Root, now, surfaces[1]),
                verdict
            );
            return result with
            {
                Client = verdict,
                Findings = DescriptionDiff.Sort(causes.Tie(result.Findings, before, after)),
            };
        }
        catch (SpecException error)
        {
            // A foreign API, or a release that needs a decision first: the wire was compared all the same.
            return result with { ClientReason = error.Message };
        }
    }

    internal static ClientVerdict Compare(
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> after
    )
    {
        List<string> removed = [.. before.Keys.Where(name => !after.ContainsKey(name)).Order(StringComparer.Ordinal)];
        List<string> changed =
        [
            .. before
                .Where(member => after.TryGetValue(member.Key, out var now) && now != member.Value)
                .Select(member => $"{member.Key}: {member.Value} → {after[member.Key]}")
                .Order(StringComparer.Ordinal),
        ];
        List<string> added = [.. after.Keys.Where(name => !before.ContainsKey(name)).Order(StringComparer.Ordinal)];
        return new ClientVerdict(
            removed.Count + changed.Count > 0 ? "major"
                : added.Count > 0 ? "minor"
                : "patch",
            removed,
            changed,
            added
        );
    }

    private static async Task<PublicSurface> SurfaceAsync(
        ClientGenerator generator,
        NormalisedDescription description,
        CancellationToken cancellationToken
    )
    {
        var folder = Directory.CreateTempSubdirectory("pinterest-openapi-diff-");
        try
        {
            var files = await generator
                .GenerateAsync(description, folder.FullName, cancellationToken)
                .ConfigureAwait(false);
            return PublicSurface.Read(files.Values);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
