using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>
/// Finds whether several schema nodes together allow null. allOf allows what all its members allow, a union what one of
/// its variants allows. Example: allOf [{type: [string, null]}, {type: string}] does not allow null.
/// </summary>
internal sealed class NullReader(SchemaModel model, IReadOnlyList<JObject> parts)
{
    private readonly Dictionary<JObject, NullState?> _known = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<JObject>
    );

    /// <summary>Reads what the nodes say.</summary>
    public NullState Read() =>
        Outermost().Select(Of).OfType<NullState>().Aggregate(NullState.Unsaid, (all, one) => all.And(one));

    // The parts that no other part is composed of. A circle of allOf has none, so that its first part counts.
    private List<JObject> Outermost()
    {
        if (parts.Count == 1)
        {
            return [parts[0]];
        }

        var inner = new HashSet<JObject>(ReferenceEqualityComparer.Instance as IEqualityComparer<JObject>);
        foreach (var part in parts)
        {
            inner.UnionWith(Inner(part).Select(node => References.Target(node) is null ? node : Target(node)));
        }

        var outer = parts.Where(part => !inner.Contains(part)).ToList();
        return outer.Count > 0 ? outer : [parts[0]];
    }

    private JObject Target(JObject node) => parts.Contains(node, Same) ? node : model.Resolve(node) ?? node;

    private static IEqualityComparer<JObject> Same =>
        (IEqualityComparer<JObject>)(object)ReferenceEqualityComparer.Instance;

    private IEnumerable<JObject> Inner(JObject part) =>
        References.Target(part) is not null && model.Resolve(part) is { } target
            ? [target]
            : SchemaModel.Composed(part);

    // Null where the node leads back to itself, which says nothing.
    private NullState? Of(JObject node)
    {
        if (_known.TryGetValue(node, out var known))
        {
            return known;
        }

        _known[node] = null;
        var state = References.Target(node) is null ? OfSchema(node) : OfReference(node);
        _known[node] = state;
        return state;
    }

    private NullState OfReference(JObject node)
    {
        var target = model.Resolve(node) is { } found ? Of(found) ?? NullState.Unsaid : NullState.Unsaid;
        return model.KeepsSiblings && node.Count > 1 ? target.And(OfSchema(node)) : target;
    }

    private NullState OfSchema(JObject node)
    {
        var own = Own(node);
        var inner = Composition
            .AllOf(node)
            .Select(part => Of(part) ?? NullState.Unsaid)
            .Concat(ChoiceLists.Keywords.Select(keyword => OfVariants(node, keyword)))
            .Aggregate(NullState.Unsaid, (all, one) => all.And(one));

        // 3.0: who writes nullable beside allOf or oneOf means the whole, whatever the parts say.
        if (own.Kind is NullKind.Said && Nullable(node) is not null)
        {
            return inner.Kind is NullKind.Forbidden or NullKind.Disputed && IsOfValues(inner)
                ? inner with
                {
                    Kind = NullKind.Disputed,
                    IsMeant = true,
                }
                : own;
        }

        return own.And(inner);
    }

    // Tells whether listed values forbid null.
    private static bool IsOfValues(NullState state) => state.Place?.Parent is JProperty { Name: "enum" or "const" };

    private NullState OfVariants(JObject node, string keyword)
    {
        if (node[keyword] is not JArray { Count: > 0 } list)
        {
            return NullState.Unsaid;
        }

        if (list.Any(ChoiceLists.IsNullType))
        {
            return new NullState(NullKind.Said, list);
        }

        var states = list.OfType<JObject>().Select(Of).OfType<NullState>().ToList();
        var place = states.Count > 0 && states.TrueForAll(IsOfValues) ? states[0].Place : list;
        return states.Aggregate(new NullState(NullKind.Forbidden, place), (any, one) => any.Or(one));
    }

    private JToken? Nullable(JObject node) =>
        model.KnowsNullable && node["nullable"].IsTrue() ? node["nullable"] : null;

    // What a node says itself: its type, nullable, and its listed values.
    private NullState Own(JObject node)
    {
        var said = Nullable(node) ?? NullType(node["type"]);
        var values = node["enum"] as JArray ?? (node["const"] is { } only ? [only.DeepClone()] : null);
        var valuesPlace = node["enum"] ?? node["const"];
        var type = node["type"];
        if (values is null)
        {
            return (said, type) switch
            {
                ({ }, _) => new NullState(NullKind.Said, said),
                (null, { }) => new NullState(NullKind.Forbidden, type),
                _ => NullState.Unsaid,
            };
        }

        if (values.Any(value => value.Type is JTokenType.Null))
        {
            return said is null && type is not null
                ? new NullState(NullKind.Forbidden, type)
                : new NullState(NullKind.Said, said ?? valuesPlace);
        }

        return new NullState(said is null ? NullKind.Forbidden : NullKind.Disputed, valuesPlace);
    }

    private static JToken? NullType(JToken? type) =>
        type switch
        {
            JValue { Value: "null" } => type,
            JArray list when list.Any(one => one is JValue { Value: "null" }) => type,
            _ => null,
        };
}
