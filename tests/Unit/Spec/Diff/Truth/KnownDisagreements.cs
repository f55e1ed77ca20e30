namespace Pinterest.OpenApi.Unit.Spec.Diff.Truth;

/// <summary>
/// The disagreements that have a reason: a file of name, what the tool says, ruled or open, and the reason. A
/// disagreement without a reason is a problem, and so is a reason without a disagreement.
/// </summary>
internal sealed class KnownDisagreements
{
    private readonly string _file;
    private readonly Dictionary<string, KnownDisagreement> _known;

    /// <summary>Reads the file.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="InvalidDataException">A row is malformed, or a name stands there twice.</exception>
    public KnownDisagreements(string file)
    {
        _file = file;
        _known = [];
        foreach (var row in TabSeparated.Read(file, columns: 4))
        {
            if (row[2] is not (KnownDisagreement.Ruled or KnownDisagreement.Open))
            {
                throw new InvalidDataException($"{row[0]}: '{row[2]}' is neither ruled nor open.");
            }

            if (!_known.TryAdd(row[0], new KnownDisagreement(row[0], row[1], row[2], row[3])))
            {
                throw new InvalidDataException($"{row[0]} stands in {Path.GetFileName(file)} twice.");
            }
        }
    }

    /// <summary>Finds why the tool disagrees; null when no reason is known.</summary>
    public KnownDisagreement? Find(string name) => _known.GetValueOrDefault(name);

    /// <summary>Says where the file and the tool do not fit together, with what to do.</summary>
    /// <param name="pairs">All pairs.</param>
    public IReadOnlyList<string> Problems(IReadOnlyCollection<HeldPair> pairs)
    {
        var file = Path.GetFileName(_file);
        var names = pairs.Select(pair => pair.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. pairs.Select(pair => Problem(file, pair)).OfType<string>(),
            .. _known
                .Keys.Where(name => !names.Contains(name))
                .Select(name => $"{name}: there is no such pair. Remove it from {file}."),
        ];
    }

    /// <summary>Writes the file anew: pairs that agree now are removed, and no reason is added.</summary>
    /// <param name="pairs">All pairs.</param>
    public void Prune(IEnumerable<HeldPair> pairs)
    {
        var disagree = pairs.Where(pair => !pair.Agrees).ToDictionary(pair => pair.Name, pair => pair.Ours);
        var remarks = File.ReadLines(_file).TakeWhile(line => line.StartsWith('#'));
        var rows = _known
            .Values.Where(known => disagree.ContainsKey(known.Name))
            .Select(known => $"{known.Name}\t{disagree[known.Name]}\t{known.Kind}\t{known.Reason}");
        File.WriteAllText(_file, string.Concat(remarks.Concat(rows).Select(line => line + "\n").ToList()));
    }

    private string? Problem(string file, HeldPair pair) =>
        (pair.Agrees, Find(pair.Name)) switch
        {
            (true, null) => null,
            (true, _) => $"{pair.Name} agrees now. Remove it from {file}.",
            (false, null) => $"{pair.Name}: the tool says '{pair.Ours}', and no reason stands in {file}.",
            (false, { } known) when known.Ours != pair.Ours =>
                $"{pair.Name}: the tool says '{pair.Ours}', and {file} says '{known.Ours}'. Read the findings and the reason.",
            _ => null,
        };
}
