using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>The documents that a description consists of, and what is still to be read.</summary>
/// <param name="root">The description; other documents become a member of it.</param>
/// <param name="neighbours">Where other documents are.</param>
/// <param name="tokens">How many values the description has.</param>
internal sealed class DocumentSet(JObject root, IDocumentNeighbours neighbours, int tokens)
{
    /// <summary>The most documents that are read for one description. That of DigitalOcean has 2,506.</summary>
    public const int MaxDocuments = 5_000;

    /// <summary>The most bytes that they have together.</summary>
    public const long MaxBytes = 64 * 1024 * 1024;

    /// <summary>The longest chain of documents, each found through the one before.</summary>
    public const int MaxRounds = 100;

    private readonly Dictionary<string, JToken> _read = new(StringComparer.Ordinal) { [neighbours.Start] = root };
    private readonly Dictionary<string, string> _failed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wanted = new(StringComparer.Ordinal);
    private int _tokens = tokens;
    private long _bytes;
    private int _rounds;

    /// <summary>Gets the description.</summary>
    public JObject Root { get; } = root;

    /// <summary>Gets the name of the description.</summary>
    public string Start => neighbours.Start;

    /// <summary>Gets whether documents are wanted that were not read yet.</summary>
    public bool WantsMore => _wanted.Count > 0;

    /// <summary>Gives a document.</summary>
    /// <param name="from">The document with the reference.</param>
    /// <param name="reference">The reference, without its fragment.</param>
    /// <param name="problem">Why it is not there; null when it was not read yet.</param>
    public JToken? Get(string from, string reference, out string? problem)
    {
        var found = neighbours.Find(from, reference);
        problem = found.Reason;
        if (found.Name is not { } name)
        {
            return null;
        }

        if (_read.TryGetValue(name, out var document) || _failed.TryGetValue(name, out problem))
        {
            return document;
        }

        _wanted.Add(name);
        return null;
    }

    /// <summary>Reads what is wanted.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The documents that were read.</returns>
    public async Task<IReadOnlyList<(string Name, JToken Document)>> ReadAsync(CancellationToken cancellationToken)
    {
        var names = _wanted.Order(StringComparer.Ordinal).ToList();
        _wanted.Clear();
        _rounds++;
        var left = _rounds > MaxRounds ? 0 : Math.Max(0, MaxDocuments - _read.Count);
        foreach (var name in names.Skip(left))
        {
            _failed[name] =
                _rounds > MaxRounds
                    ? $"More than {MaxRounds} documents lead to it, one after the other."
                    : $"The description has more than {MaxDocuments} documents.";
        }

        var added = new List<(string, JToken)>();
        var taken = names.Take(left).ToList();
        if (taken.Count == 0)
        {
            return added;
        }

        foreach (
            var document in await neighbours
                .ReadAsync(taken, MaxBytes - _bytes, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            if (TryAdd(document) is { } token)
            {
                added.Add((document.Name, token));
            }
        }

        return added;
    }

    private JToken? TryAdd(ReadDocument document)
    {
        var (name, bytes, reason) = document;
        if (bytes is null)
        {
            _failed[name] = reason ?? "It cannot be read.";
            return null;
        }

        try
        {
            _bytes += bytes.Length;
            var token = DescriptionReader.ParseAny(
                bytes,
                name,
                DescriptionReader.MaxComparedTokens - _tokens,
                out var count
            );
            _tokens += count;
            if (Root[OtherDocuments.Member] is not JObject others)
            {
                Root[OtherDocuments.Member] = others = [];
            }

            others[name] = token;
            _read[name] = token;
            return token;
        }
        catch (SpecException error)
        {
            _failed[name] = error.Message;
            return null;
        }
    }
}
