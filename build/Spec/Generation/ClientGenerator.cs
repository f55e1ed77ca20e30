using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Emit;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Generation.Proof;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>Turns a description into the files of the generated client.</summary>
internal sealed class ClientGenerator(RepositoryLayout layout)
{
    // The models may be those of a description that nobody has vouched for: without backtracking the time of a match is
    // linear.
    private static readonly Regex TypeDeclaration = new(
        @"^public (?:sealed |readonly )?partial (?:class|record struct) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.NonBacktracking
    );

    /// <summary>Normalises the pinned description.</summary>
    /// <param name="checkNames">Whether a difference to the lock of the public names stops.</param>
    /// <exception cref="SpecException">The description cannot be normalised, or a public name would change.</exception>
    public NormalisedDescription NormalisePinned(bool checkNames = true) => NormalisePinned(ReadPinned(), checkNames);

    /// <summary>Normalises a description that is, or is about to be, the pinned one.</summary>
    /// <param name="description">The description.</param>
    /// <param name="checkNames">Whether a difference to the lock of the public names stops.</param>
    /// <exception cref="SpecException">The description cannot be normalised, or a public name would change.</exception>
    public NormalisedDescription NormalisePinned(Description description, bool checkNames)
    {
        var normalised = Normaliser.Run(description, PinnedDecisions(), NameRegistry.FromFile(layout.NamesLock));
        if (checkNames)
        {
            CheckNames(normalised.Names);
        }

        return normalised;
    }

    /// <summary>
    /// Normalises a description that may take the place of the pinned one. What it renames keeps its C# names.
    /// </summary>
    /// <param name="next">The description.</param>
    /// <param name="isPinned">Whether it is about to be pinned: then decisions on nothing stop.</param>
    /// <exception cref="SpecException">The description cannot be normalised.</exception>
    public NormalisedDescription NormaliseNext(Description next, bool isPinned)
    {
        var decisions = isPinned
            ? PinnedDecisions() with
            {
                StopsOnStale = true,
            }
            : OtherDecisions(next.Version) with
            {
                TakesFreeNames = false,
            };
        return Normaliser.Run(next, WithSuccessors(decisions, next), NameRegistry.FromFile(layout.NamesLock));
    }

    // The C# names of the release before are those that its users know.
    private Decisions WithSuccessors(Decisions decisions, Description next)
    {
        var before = File.Exists(layout.PinnedDescription) ? ReadPinned() : null;
        if (before is null || before.Version == next.Version)
        {
            return decisions;
        }

        var successors = Successors.Find(before.Root, next.Root);
        var named = NormaliseOther(before);
        var kept = successors
            .Schemas.Where(renamed => named.TypeOf(renamed.Key) is not null)
            .ToDictionary(renamed => renamed.Value, renamed => named.TypeOf(renamed.Key)!, StringComparer.Ordinal);
        var inline = named.Names.All(NameRegistry.InlineModels);
        foreach (var (schema, name) in successors.OfInlineTypes(before.Root, next.Root, inline))
        {
            kept.TryAdd(schema, name);
        }

        return decisions with
        {
            Successors = successors,
            KeptNames = kept,
            EarlierOrder = named
                .Names.All(NameRegistry.ParameterOrder)
                .ToDictionary(order => order.Key, order => named.Names.GivenOrderOf(order.Key), StringComparer.Ordinal),
        };
    }

    private Decisions PinnedDecisions() =>
        new()
        {
            Names = ChosenNames.ReadIfPresent(layout.Names),
            Summaries = Summaries.ReadIfPresent(layout.Summaries),
            Glossary = Glossary.ReadIfPresent(layout.Glossary),
            Overlays = [Overlay.ReadIfPresent(layout.Overlay)],
        };

    private Decisions OtherDecisions(string version) =>
        PinnedDecisions() with
        {
            Overlays = [Overlay.ReadIfPresent(layout.Overlay), Overlay.ReadIfPresent(layout.OverlayOf(version))],
            TakesFreeNames = true,
        };

    /// <summary>Reads the pinned description.</summary>
    /// <exception cref="SpecException">It is missing or damaged.</exception>
    public Description ReadPinned() => PinnedDescription.Read(layout);

    /// <summary>
    /// Normalises a description that is not the pinned one. Decisions without a target are skipped; names follow
    /// the lock where they can.
    /// </summary>
    /// <param name="description">The description.</param>
    /// <exception cref="SpecException">It cannot be normalised.</exception>
    public NormalisedDescription NormaliseOther(Description description) =>
        NormaliseOther(description, NameRegistry.FromFile(layout.NamesLock));

    /// <summary>Normalises a description that is not the pinned one, with names of one's own.</summary>
    /// <param name="description">The description.</param>
    /// <param name="names">The names, which follow their lock where they can.</param>
    /// <exception cref="SpecException">It cannot be normalised.</exception>
    public NormalisedDescription NormaliseOther(Description description, NameRegistry names) =>
        Normaliser.Run(description, OtherDecisions(description.Version), names);

    /// <summary>Generates the client.</summary>
    /// <param name="normalised">The normalised description.</param>
    /// <param name="output">The folder of the generated files. Files that do not change are not written.</param>
    /// <param name="cancellationToken">Ends the generation.</param>
    /// <returns>The files, with their contents.</returns>
    /// <exception cref="SpecEnvironmentException">NSwag could not be run.</exception>
    public Task<IReadOnlyDictionary<string, string>> GenerateAsync(
        NormalisedDescription normalised,
        string output,
        CancellationToken cancellationToken = default
    ) => GenerateAsync(normalised, output, _ => { }, cancellationToken);

    /// <summary>
    /// Generates the client of a description that is not pinned, to be compiled with the hand-written half.
    /// </summary>
    /// <param name="normalised">The normalised description.</param>
    /// <param name="name">How errors call the description.</param>
    /// <param name="output">The folder of the generated files. Nothing is written when names are missing.</param>
    /// <param name="cancellationToken">Ends the generation.</param>
    /// <returns>The files, with their contents.</returns>
    /// <exception cref="SpecException">The description lacks names that the hand-written half uses.</exception>
    /// <exception cref="SpecEnvironmentException">NSwag could not be run.</exception>
    public Task<IReadOnlyDictionary<string, string>> GenerateCompleteAsync(
        NormalisedDescription normalised,
        string name,
        string output,
        CancellationToken cancellationToken = default
    ) => GenerateAsync(normalised, output, files => HandWrittenHalf.Check(files, layout, name), cancellationToken);

    private async Task<IReadOnlyDictionary<string, string>> GenerateAsync(
        NormalisedDescription normalised,
        string output,
        Action<IReadOnlyDictionary<string, string>> check,
        CancellationToken cancellationToken
    )
    {
        var work = Directory.CreateTempSubdirectory("pinterest-openapi-");
        try
        {
            var files = await GenerateAsync(normalised, work, cancellationToken).ConfigureAwait(false);
            check(files);
            GeneratedFolder.Write(output, files);
            return files;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private async Task<SortedDictionary<string, string>> GenerateAsync(
        NormalisedDescription normalised,
        DirectoryInfo work,
        CancellationToken cancellationToken
    )
    {
        var input = Path.Combine(work.FullName, "pinterest.normalised.json");
        var clients = Path.Combine(work.FullName, "Clients.g.cs");
        var models = Path.Combine(work.FullName, "Models.g.cs");
        await File.WriteAllBytesAsync(input, CanonicalJson.ToBytes(normalised.Root), cancellationToken)
            .ConfigureAwait(false);
        var nswag = NSwagConsole.RunAsync(
            layout.NSwagConfiguration,
            new Dictionary<string, string>
            {
                ["Input"] = input,
                ["Clients"] = clients,
                ["Models"] = models,
                ["Templates"] = layout.Templates,
            },
            cancellationToken
        );

        // NSwag is a process of its own. What needs none of its files is done beside it.
        var emission = Task.Run(() => EmitChecked(normalised), cancellationToken);
        await Task.WhenAll(nswag, emission).ConfigureAwait(false);
        var (emitted, code) = await emission.ConfigureAwait(false);
        var written = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Clients.g.cs"] = await ReadAsync(clients, cancellationToken).ConfigureAwait(false),
            ["Models.g.cs"] = await ReadAsync(models, cancellationToken).ConfigureAwait(false),
        };
        CheckTypes(normalised, written["Models.g.cs"]);
        code.Read(written);
        code.Finish();
        return new SortedDictionary<string, string>(
            emitted.Concat(written).ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    private (IReadOnlyDictionary<string, string> Files, GeneratedCode Code) EmitChecked(
        NormalisedDescription normalised
    )
    {
        var operations = Named(normalised);
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Operations.g.cs"] = OperationsEmitter.Emit(operations),
            ["PinterestClient.g.cs"] = FacadeEmitter.Emit(operations),
        };
        if (ReportColumn.Of(normalised) is { Count: > 0 } columns)
        {
            files["AnalyticsRow.g.cs"] = ColumnsEmitter.Emit(columns);
        }

        var code = new GeneratedCode(normalised, operations, layout);
        code.Read(files);
        return (files, code);
    }

    private static List<NamedOperation> Named(NormalisedDescription normalised)
    {
        var names = OperationNodes
            .Supported(normalised.Root)
            .ToDictionary(
                operation => (string)operation.Node[Keywords.OperationId]!,
                operation => ((string)operation.Node[Keywords.Operation]!).Split('.'),
                StringComparer.Ordinal
            );
        return
        [
            .. normalised.Catalogue.All.Select(facts => new NamedOperation(
                CSharpCode.Identifier(names[facts.Id][0]),
                CSharpCode.Identifier(names[facts.Id][1]),
                facts
            )),
        ];
    }

    // NSwag invents a name (Anonymous, Response2) for an inline type that the passes have missed.
    private static void CheckTypes(NormalisedDescription normalised, string models)
    {
        var known = ((JObject)normalised.Root["components"]!["schemas"]!)
            .Properties()
            .Select(schema => schema.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (Match type in TypeDeclaration.Matches(models))
        {
            if (known.Contains(type.Groups["name"].Value))
            {
                continue;
            }

            throw new SpecException(
                "the generated models",
                $"NSwag made a type {type.Groups["name"].Value} that no pass has named.",
                "Add a rule to the normaliser, or a decision to the overlay."
            );
        }
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path)
            ? (await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false)).ReplaceLineEndings("\n")
            : throw new SpecEnvironmentException($"NSwag did not write {Path.GetFileName(path)}. Check nswag.json.");

    private void CheckNames(NameRegistry names)
    {
        var changes = names.Changes();
        if (changes.Count == 0)
        {
            return;
        }

        var worst = changes.OrderByDescending(change => change.IsBreak).First();
        throw new SpecException(
            Path.GetRelativePath(layout.Root, layout.NamesLock),
            changes.Count == 1
                ? $"A public name differs from the lock. {worst}"
                : $"{changes.Count} public names differ from the lock. The first: {worst}",
            "If that is meant, run 'pinterest-openapi pin --accept-names'."
        );
    }
}
