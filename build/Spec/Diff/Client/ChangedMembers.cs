namespace Pinterest.OpenApi.Spec.Diff.Client;

/// <summary>
/// The members of the client that are removed, changed or added, and how the change of one explains that of others.
/// </summary>
internal sealed class ChangedMembers
{
    private readonly Sides<ClientSide> _clients;
    private readonly HashSet<string> _all;
    private readonly HashSet<string> _changed;
    private readonly Dictionary<string, HashSet<string>> _ofType = new(StringComparer.Ordinal);

    // The members whose signature mentions a type.
    private readonly Dictionary<string, List<string>> _mentioning = new(StringComparer.Ordinal);

    public ChangedMembers(Sides<ClientSide> clients, ClientVerdict verdict)
    {
        _clients = clients;
        _changed = [.. verdict.Changed.Select(change => change[..change.IndexOf(": ", StringComparison.Ordinal)])];
        _all = [.. verdict.Removed, .. verdict.Added, .. _changed];
        foreach (var member in _all)
        {
            Add(_ofType, TypeOf(member), member);
            foreach (var type in TypesOf(member))
            {
                Add(_mentioning, type, member);
            }
        }

        static void Add<T>(Dictionary<string, T> lists, string key, string value)
            where T : ICollection<string>, new()
        {
            if (!lists.TryGetValue(key, out var list))
            {
                list = [];
                lists[key] = list;
            }

            list.Add(value);
        }
    }

    /// <summary>Gets the members that are removed, changed or added.</summary>
    public IReadOnlySet<string> All => _all;

    /// <summary>Gets the members that both clients have, with different signatures.</summary>
    public IReadOnlySet<string> Changed => _changed;

    /// <summary>
    /// Gives the type that a member belongs to; a type belongs to itself. Example: Pin.Title gives Pin.
    /// </summary>
    public string TypeOf(string member)
    {
        if (_clients.Any(client => client.Surface.IsType(member)))
        {
            return member;
        }

        var dot = member.LastIndexOf('.');
        return dot >= 0 ? member[..dot] : member;
    }

    /// <summary>
    /// Gives the changed members that names stand for. A name that ends with a dot stands for a type with all of its
    /// members. Example: Pin. gives Pin, Pin.Title and Pin.Link, as far as they changed.
    /// </summary>
    public IEnumerable<string> Named(IEnumerable<string> names) =>
        names.SelectMany(name => name.EndsWith('.') ? Of(name[..^1]) : [name]).Where(_all.Contains);

    /// <summary>
    /// Gives all members whose change follows from that of some. A member that is removed or added takes along the
    /// types that only it mentions, and their subtypes. A type that is removed or added changes the members that
    /// mention it.
    /// </summary>
    public HashSet<string> FollowingFrom(IEnumerable<string> start)
    {
        var following = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(start);
        while (pending.TryPop(out var member))
        {
            if (!following.Add(member))
            {
                continue;
            }

            var types = TypesOf(member).Prepend(TypeOf(member)).Where(type => IsAddedOrRemoved(type) && !IsGroup(type));
            foreach (var next in types.SelectMany(FollowingFromType))
            {
                pending.Push(next);
            }
        }

        return following;
    }

    private IEnumerable<string> FollowingFromType(string type)
    {
        var subtypes = _clients
            .Base.Surface.SubtypesOf(type)
            .Concat(_clients.Revision.Surface.SubtypesOf(type))
            .Where(IsAddedOrRemoved);
        return Of(type)
            .Concat(subtypes.SelectMany(Of))
            .Concat((_mentioning.GetValueOrDefault(type) ?? []).Where(_changed.Contains));
    }

    private IEnumerable<string> Of(string type) => _ofType.GetValueOrDefault(type) ?? [];

    private bool IsAddedOrRemoved(string type) => _all.Contains(type) && !_changed.Contains(type);

    // The operations of a group are added and removed one by one, so one does not explain the others.
    private bool IsGroup(string type) => _clients.Any(client => client.IsGroup(type));

    private IEnumerable<string> TypesOf(string member) =>
        _clients
            .Base.TypesMentionedBy(member)
            .Concat(_clients.Revision.TypesMentionedBy(member))
            .Distinct(StringComparer.Ordinal);
}
