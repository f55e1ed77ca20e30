namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>An endpoint while its lines are read.</summary>
internal sealed class EndpointDraft(string name, string group)
{
    private readonly SortedDictionary<string, FlaggedLine> _flagged = new(StringComparer.Ordinal);
    private EndpointState _state = EndpointState.Changed;
    private int _other;

    /// <summary>Adds a line.</summary>
    public void Add(ChangelogLine line, bool isFlagged)
    {
        if (line.Kind is LineKind.EndpointAdded)
        {
            _state = EndpointState.Added;
        }

        if (!isFlagged)
        {
            _other++;
            return;
        }

        var count = _flagged.TryGetValue(line.Key, out var known) ? known.Count : 0;
        _flagged[line.Key] = new FlaggedLine(line, count + 1);
    }

    /// <summary>Gives what was read.</summary>
    public ChangelogEndpoint Finish() =>
        new()
        {
            Name = name,
            Group = group,
            State = _state,
            Lines = [.. _flagged.Values],
            Other = _other,
        };
}
