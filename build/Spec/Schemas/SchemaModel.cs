using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>
/// The schemas of one document as they work: references followed, allOf merged, inline and referenced alike. The same
/// combination of nodes is the same object, so that circular schemas are finite. Several threads may ask at once.
/// </summary>
internal sealed class SchemaModel(JObject root)
{
    // Schemas are built when they are first used.
    private readonly Lock _gate = new();
    private readonly Dictionary<JObject, int> _ids = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<JObject>
    );
    private readonly Dictionary<string, EffectiveSchema> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<JObject, EffectiveSchema> _single = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<JObject>
    );
    private readonly Dictionary<string, JObject?> _targets = new(StringComparer.Ordinal);

    /// <summary>Gets whether what stands beside a reference counts, as it does in 3.1.</summary>
    public bool KeepsSiblings { get; } = !IsVersion(root, "3.0");

    /// <summary>
    /// Gets whether the document may say nullable. Later versions than 3.0 do not have the keyword: there a type
    /// [string, null] says it.
    /// </summary>
    public bool KnowsNullable { get; } = IsVersion(root, "3.0") || !IsVersion(root, "3.");

    /// <summary>Gets the document.</summary>
    public JObject Root { get; } = root;

    /// <summary>
    /// Gets the places that nobody can judge, each with the reason. A reference that leads nowhere counts as a schema that
    /// allows everything.
    /// </summary>
    public IReadOnlyList<(JToken Place, string Reason)> Uncompared
    {
        get
        {
            lock (_gate)
            {
                return [.. _uncompared.Select(left => (left.Key, left.Value))];
            }
        }
    }

    /// <summary>
    /// Gets the places whose type excludes that of another part of the same schema; the outer part counts.
    /// </summary>
    public IReadOnlyCollection<JToken> Contradictions => _contradictions;

    private readonly HashSet<JToken> _contradictions = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>
    );

    private readonly Dictionary<JToken, string> _uncompared = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>
    );

    private ILookup<JObject, (string Name, JObject Node)>? _subtypes;

    /// <summary>Gives the schema of a node.</summary>
    public EffectiveSchema Of(JObject node)
    {
        lock (_gate)
        {
            if (_single.TryGetValue(node, out var known))
            {
                return known;
            }

            return _single[node] = Of([node]);
        }
    }

    /// <summary>Gives the schema that several nodes mean together.</summary>
    public EffectiveSchema Of(IReadOnlyList<JObject> nodes)
    {
        lock (_gate)
        {
            return Merged(nodes);
        }
    }

    /// <summary>Follows a node to what it finally refers to.</summary>
    /// <returns>Null when it leads nowhere, or back to itself.</returns>
    public JObject? Resolve(JObject node)
    {
        lock (_gate)
        {
            return Followed(node, node["$ref"]);
        }
    }

    /// <summary>Follows a reference that a text of the document stands for, as the mapping of a discriminator.</summary>
    /// <param name="node">The reference.</param>
    /// <param name="place">The text.</param>
    /// <returns>Null when it leads nowhere, or back to itself.</returns>
    public JObject? Resolve(JObject node, JToken place)
    {
        lock (_gate)
        {
            return Followed(node, place);
        }
    }

    /// <summary>Notes that a place cannot be judged, so that nobody takes silence for approval.</summary>
    /// <param name="place">The place.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public void LeaveOut(JToken place, string reason)
    {
        lock (_gate)
        {
            _uncompared.TryAdd(place, reason);
        }
    }

    private static bool IsVersion(JObject root, string start) =>
        ((string?)(root["openapi"] as JValue))?.StartsWith(start, StringComparison.Ordinal) == true;

    /// <summary>
    /// Lists the components that include a schema by allOf, directly or through another component.
    /// </summary>
    internal IReadOnlyList<(string Name, JObject Node)> SubtypesOf(JObject schema)
    {
        lock (_gate)
        {
            _subtypes ??= ReadSubtypes();
            var found = new List<(string Name, JObject Node)>();
            var seen = new HashSet<JObject>(ReferenceEqualityComparer.Instance as IEqualityComparer<JObject>)
            {
                schema,
            };
            var pending = new Stack<JObject>([schema]);
            while (pending.TryPop(out var current))
            {
                foreach (var subtype in _subtypes[current].Where(subtype => seen.Add(subtype.Node)))
                {
                    found.Add(subtype);
                    pending.Push(subtype.Node);
                }
            }

            return found;
        }
    }

    private ILookup<JObject, (string Name, JObject Node)> ReadSubtypes() =>
        (Root["components"].Member("schemas") as JObject ?? [])
            .Properties()
            .Where(component => component.Value is JObject)
            .SelectMany(component =>
                Composition
                    .AllOf((JObject)component.Value)
                    .Where(part => References.Target(part) is not null)
                    .Select(part => Followed(part, part["$ref"]))
                    .OfType<JObject>()
                    .Select(parent => (Parent: parent, Name: component.Name, Node: (JObject)component.Value))
            )
            .ToLookup(
                entry => entry.Parent,
                entry => (entry.Name, entry.Node),
                ReferenceEqualityComparer.Instance as IEqualityComparer<JObject>
            );

    internal void Contradict(JToken place) => _contradictions.Add(place);

    private EffectiveSchema Merged(IReadOnlyList<JObject> nodes)
    {
        var parts = new List<JObject>();
        var seen = new HashSet<JObject>(ReferenceEqualityComparer.Instance as IEqualityComparer<JObject>);
        foreach (var node in nodes)
        {
            Expand(node, parts, seen);
        }

        var key = string.Join(',', parts.Select(Id).Order());
        if (!_known.TryGetValue(key, out var schema))
        {
            _known[key] = schema = new EffectiveSchema(this, parts.Count == 0 ? [nodes[0]] : parts);
        }

        return schema;
    }

    private JObject? Followed(JObject node, JToken? place)
    {
        var current = node;
        for (var hop = 0; References.Target(current) is { } target; hop++)
        {
            if (!_targets.TryGetValue(target, out var next))
            {
                _targets[target] = next = JsonPointer.IsLocal(target)
                    ? JsonPointer.Find(Root, target) as JObject
                    : null;
            }

            if (next is null || hop > DescriptionReader.MaxDepth)
            {
                var reason = (place ?? current["$ref"])?.Annotation<UnfollowedReference>()?.Reason;
                LeaveOut(place ?? node, reason ?? $"The reference '{target}' leads nowhere.");
                return null;
            }

            current = next;
        }

        return current;
    }

    private void Expand(JObject node, List<JObject> parts, HashSet<JObject> seen)
    {
        var pending = new Stack<JObject>();
        pending.Push(node);
        while (pending.TryPop(out var current))
        {
            if (!seen.Add(current))
            {
                continue;
            }

            if (References.Target(current) is not null)
            {
                // 3.0 ignores what stands beside a reference; 3.1 does not.
                if (KeepsSiblings && current.Count > 1)
                {
                    parts.Add(current);
                }

                if (Followed(current, current["$ref"]) is { } target)
                {
                    pending.Push(target);
                }

                continue;
            }

            if (KeepsSiblings && current["$dynamicRef"] is { } dynamic)
            {
                LeaveOut(dynamic, $"It depends on the way to this place what '{dynamic}' leads to.");
            }

            parts.Add(current);
            foreach (var part in Composed(current).Reverse())
            {
                pending.Push(part);
            }
        }
    }

    // A oneOf or anyOf with one entry is treated as allOf. Example: oneOf [A] means A. The passes of the
    // generation read the parts of allOf alone, because other passes give unions their types.
    internal static IEnumerable<JObject> Composed(JObject node)
    {
        foreach (var part in Composition.AllOf(node))
        {
            yield return part;
        }

        foreach (var keyword in ChoiceLists.Keywords)
        {
            if (ChoiceLists.Of(node, keyword) is [var only])
            {
                yield return only;
            }
        }
    }

    private int Id(JObject node)
    {
        if (!_ids.TryGetValue(node, out var id))
        {
            _ids[node] = id = _ids.Count;
        }

        return id;
    }
}
