using System.Runtime.ExceptionServices;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>Every stored release: what it changed, how we judge it, and what Pinterest said.</summary>
internal static class ReleaseLedger
{
    /// <summary>
    /// The flag of a release for which no entry is known. It does not mean that the release is harmless.
    /// </summary>
    public const string Unknown = "unknown";

    // From harmless to worst: the worst flag of its entries is the flag of a release.
    private static readonly string[] Flags = ["listed", "requires-migration", "breaking"];

    /// <summary>Compares each release with the one before.</summary>
    /// <param name="layout">The checkout.</param>
    /// <param name="progress">Receives the version of each release that was compared.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SpecException">A file cannot be read.</exception>
    public static IReadOnlyList<LedgerRow> Read(
        RepositoryLayout layout,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(layout);
        var store = new ReleaseStore(layout.OpenApi);
        var releases = store.List();
        var entries = ReadChangelog(Path.Combine(layout.OpenApi, "changelog.json"));
        var descriptions = releases
            .Select(release => new Lazy<Description>(() => store.ReadForComparison(release.Version)))
            .ToList();
        var rows = new LedgerRow[releases.Count];
        try
        {
            Parallel.For(
                0,
                releases.Count,
                new ParallelOptions
                {
                    CancellationToken = cancellationToken,
                    MaxDegreeOfParallelism = Environment.ProcessorCount,
                },
                i =>
                {
                    rows[i] = Row(
                        releases[i],
                        i == 0 ? null : releases[i - 1].Version,
                        i == 0 ? null : new(descriptions[i - 1].Value, descriptions[i].Value),
                        entries,
                        cancellationToken
                    );
                    progress?.Report(releases[i].Version);
                }
            );
            return rows;
        }
        catch (AggregateException errors)
        {
            // What is wrong with one release is told as if there were no others.
            ExceptionDispatchInfo.Throw(errors.Flatten().InnerExceptions[0]);
            throw;
        }
    }

    /// <summary>Reads what Pinterest's changelog says, in our words.</summary>
    /// <exception cref="SpecException">The file is malformed.</exception>
    public static IReadOnlyList<ChangelogEntry> ReadChangelog(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var root = DescriptionReader.Parse(BoundedFile.Read(path), Path.GetFileName(path));
        return
        [
            .. (root["entries"] as JArray ?? []).Select(entry => new ChangelogEntry
            {
                Version = Text(entry, "version"),
                Flag = Text(entry, "flag"),
                Says = Text(entry, "says"),
                Judgement = Text(entry, "judgement"),
                Why = Text(entry, "why"),
            }),
        ];

        string Text(JToken entry, string name) =>
            entry.Member(name) is JValue { Value: string text }
                ? text
                : throw new SpecException(
                    JsonPointer.Place(Path.GetFileName(path), entry),
                    $"The entry has no '{name}'.",
                    "Each entry has version, flag, says, judgement and why."
                );
    }

    private static LedgerRow Row(
        Release release,
        string? predecessor,
        Sides<Description>? descriptions,
        IReadOnlyList<ChangelogEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var own = entries.Where(entry => entry.Version == release.Version).ToList();
        var flag =
            own.Count == 0 ? Unknown : own.Select(entry => entry.Flag).MaxBy(word => Array.IndexOf(Flags, word))!;
        if (descriptions is not { } sides)
        {
            return new LedgerRow { Release = release, Flag = flag };
        }

        var names = DescriptionComparison.Compare(sides.Base, sides.Revision);
        var diff = DescriptionDiff.Compare(sides.Base, sides.Revision, cancellationToken);
        var breaking = diff.Count(Severity.Breaking);
        return new LedgerRow
        {
            Release = release,
            Predecessor = predecessor,
            OperationsAdded = diff.Findings.Count(finding => finding.Rule == OperationRules.OperationAdded),
            OperationsRemoved = diff.Findings.Count(finding => finding.Rule == OperationRules.OperationRemoved),
            SchemasAdded = names.Schemas.Added.Count,
            SchemasRemoved = names.Schemas.Removed.Count,
            Breaking = breaking,
            PotentiallyBreaking = diff.Count(Severity.PotentiallyBreaking),
            Changes =
            [
                .. diff
                    .Findings.Where(finding => finding.Severity >= Severity.PotentiallyBreaking)
                    .Select(finding => new ReleaseChange(finding.Severity, finding.Rule.Id, finding.Message)),
            ],
            Flag = flag,
            Disagreements = [.. Disagreements(own, breaking)],
        };
    }

    private static IEnumerable<string> Disagreements(List<ChangelogEntry> entries, int breaking)
    {
        var notBreaking = entries
            .Where(entry => IsFlagged(entry) && entry.Judgement != Severity.Breaking.Word())
            .ToList();
        foreach (var entry in notBreaking)
        {
            yield return $"Pinterest flags as breaking: {entry.Says} We find it {entry.Judgement}: {entry.Why}";
        }

        if (entries.Count == 0)
        {
            yield break;
        }

        if (breaking > 0 && !entries.Exists(IsFlagged))
        {
            yield return $"No entry is flagged as breaking. The comparison finds {Counts.Of(breaking, "breaking place")} "
                + "that the entries do not name.";
        }

        if (breaking == 0 && entries.Exists(entry => entry.Flag == "requires-migration"))
        {
            yield return "Pinterest announced that migration is required. The comparison finds nothing that breaks. "
                + string.Join(' ', entries.Select(entry => entry.Why));
        }
        else if (breaking > 0 && notBreaking.Count > 0)
        {
            yield return $"Other places break: {Counts.Of(breaking, "place")} that no entry names.";
        }
    }

    private static bool IsFlagged(ChangelogEntry entry) => entry.Flag == "breaking";
}
