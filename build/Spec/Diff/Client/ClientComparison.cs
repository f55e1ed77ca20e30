using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Diff.Client;

/// <summary>
/// Generates the client of both sides and compares their public members. The names of the base are the lock of the
/// revision, so that only changes of the description count, and no new choice of a name.
/// </summary>
internal static class ClientComparison
{
    private const string NoCheckout =
        "It is generated in a checkout of the repository only. Pass --repository FOLDER to name one.";

    /// <summary>Adds to a result what it means for the generated client.</summary>
    /// <param name="result">The comparison of the descriptions.</param>
    /// <param name="descriptions">The descriptions.</param>
    /// <param name="layout">The checkout, which has the generator's decisions; null where there is none.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public static async Task<DiffResult> AddAsync(
        DiffResult result,
        Sides<Description> descriptions,
        RepositoryLayout? layout,
        CancellationToken cancellationToken
    )
    {
        if (layout is null)
        {
            return result with { ClientReason = NoCheckout };
        }

        try
        {
            var generator = new ClientGenerator(layout);
            var normalised = Normalise(generator, descriptions);
            var surfaces = await Task.WhenAll(
                    SurfaceAsync(generator, normalised.Base, cancellationToken),
                    SurfaceAsync(generator, normalised.Revision, cancellationToken)
                )
                .ConfigureAwait(false);
            var verdict = Compare(surfaces[0].Members, surfaces[1].Members);
            var clients = new Sides<ClientSide>(
                new(descriptions.Base.Root, normalised.Base, surfaces[0]),
                new(descriptions.Revision.Root, normalised.Revision, surfaces[1])
            );
            return result with
            {
                Client = verdict,
                Findings = FindingOrder.Sort(
                    new ClientCauses(clients, verdict).AddMembers(result.Findings, cancellationToken)
                ),
            };
        }
        catch (SpecException error)
        {
            // The description is of another API, or of a release that needs a decision first. Its comparison holds all
            // the same.
            return result with { ClientReason = error.Message };
        }
    }

    /// <summary>Compares the members of two clients.</summary>
    internal static ClientVerdict Compare(
        IReadOnlyDictionary<string, string> baseMembers,
        IReadOnlyDictionary<string, string> revisionMembers
    )
    {
        List<string> removed =
        [
            .. baseMembers.Keys.Where(name => !revisionMembers.ContainsKey(name)).Order(StringComparer.Ordinal),
        ];
        List<string> changed =
        [
            .. baseMembers
                .Where(member =>
                    revisionMembers.TryGetValue(member.Key, out var signature) && Breaks(member.Value, signature)
                )
                .Select(member => $"{member.Key}: {member.Value} → {revisionMembers[member.Key]}")
                .Order(StringComparer.Ordinal),
        ];
        List<string> added =
        [
            .. revisionMembers.Keys.Where(name => !baseMembers.ContainsKey(name)).Order(StringComparer.Ordinal),
        ];
        var required = added.Count(name => IsRequiredOfOldType(name, baseMembers, revisionMembers));
        var step = (removed.Count + changed.Count + required, added.Count) switch
        {
            (> 0, _) => "major",
            (_, > 0) => "minor",
            _ => "patch",
        };
        return new ClientVerdict(step, removed, changed, added);
    }

    // A member that is no longer required may still be set.
    private static bool Breaks(string before, string after) =>
        before != after && before != $"{PublicSurface.RequiredWord} {after}";

    // Code that makes the model without the new member does not compile.
    private static bool IsRequiredOfOldType(
        string member,
        IReadOnlyDictionary<string, string> baseMembers,
        IReadOnlyDictionary<string, string> revisionMembers
    ) =>
        revisionMembers[member].StartsWith(PublicSurface.RequiredWord + " ", StringComparison.Ordinal)
        && baseMembers.ContainsKey(member[..member.LastIndexOf('.')]);

    private static Sides<NormalisedDescription> Normalise(ClientGenerator generator, Sides<Description> descriptions)
    {
        // The generator changes what it is given, so both are read anew.
        var copies = descriptions.Select(description =>
            DescriptionReader.ReadToGenerate(description.Bytes.ToArray(), description.Name)
        );
        var baseSide = generator.NormaliseOther(copies.Base);
        var names = new NameRegistry(DescriptionReader.Parse(baseSide.Names.ToBytes(), "names"));
        return new(baseSide, generator.NormaliseOther(copies.Revision, names));
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
