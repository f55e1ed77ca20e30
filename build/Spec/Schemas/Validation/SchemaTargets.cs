using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>Finds what the references of schemas lead to: pointers, anchors and the ids of schemas.</summary>
internal sealed class SchemaTargets
{
    private static readonly ConditionalWeakTable<JObject, SchemaTargets> Known = [];

    private readonly JObject _root;
    private readonly Lazy<Names> _names;

    private SchemaTargets(JObject root)
    {
        _root = root;
        KeepsSiblings = root["openapi"].Text()?.StartsWith("3.0", StringComparison.Ordinal) != true;
        _names = new(() => Read(root));
    }

    /// <summary>Gets the keywords that refer to another schema.</summary>
    public static IReadOnlyList<string> Keywords { get; } = ["$ref", "$dynamicRef"];

    /// <summary>Gets whether keywords beside a reference count: in 3.1, not in 3.0.</summary>
    public bool KeepsSiblings { get; }

    /// <summary>Gives the targets of a document.</summary>
    public static SchemaTargets Of(SchemaModel model) => Known.GetValue(model.Root, root => new SchemaTargets(root));

    /// <summary>Finds what a reference leads to.</summary>
    /// <param name="from">The schema that refers.</param>
    /// <param name="target">The reference. Example: #/components/schemas/Pin, #pin, https://example.com/pin.</param>
    /// <returns>A schema, or null when the reference leads nowhere in the document.</returns>
    public JToken? Find(JObject from, string target)
    {
        var (address, fragment) = Split(target);
        var resource =
            address.Length == 0 ? ResourceOf(from) : _names.Value.Ids.GetValueOrDefault(Resolved(from, address));
        if (resource is null)
        {
            return null;
        }

        var found =
            fragment.Length == 0 || fragment[0] == '/'
                ? JsonPointer.Find(resource, "#" + fragment)
                : _names.Value.Anchors.GetValueOrDefault((resource, fragment));
        return found is JObject or JValue { Value: bool } ? found : null;
    }

    private static (string Address, string Fragment) Split(string target) =>
        target.Split('#', 2) is [var address, var fragment] ? (address, fragment) : (target, "");

    // A schema with an $id is a document of its own: the pointers inside begin at it.
    private JObject ResourceOf(JObject node)
    {
        if (!KeepsSiblings || _names.Value.Ids.Count == 0)
        {
            return _root;
        }

        return node.AncestorsAndSelf().OfType<JObject>().FirstOrDefault(HasId) ?? _root;
    }

    private string Resolved(JObject from, string address) =>
        Absolute(ResourceOf(from) is var holder && HasId(holder) ? holder : null, address);

    private static string Absolute(JObject? holder, string address) =>
        holder?["$id"].Text() is { } text
        && Uri.TryCreate(text, UriKind.Absolute, out var parent)
        && Uri.TryCreate(parent, address, out var resolved)
            ? resolved.AbsoluteUri
            : Normal(address);

    // Two spellings of an address are one id. Example: https://example.com and https://example.com/.
    private static string Normal(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var absolute) ? absolute.AbsoluteUri : address;

    private static bool HasId(JObject node) => node["$id"].Text() is { Length: > 0 } id && id[0] != '#';

    private static Names Read(JObject root)
    {
        var ids = new Dictionary<string, JObject>(StringComparer.Ordinal);
        var anchors = new Dictionary<(JObject Resource, string Name), JObject>();
        var pending = new Stack<(JToken Token, JObject Resource)>();
        pending.Push((root, root));
        while (pending.TryPop(out var next))
        {
            var resource = next.Resource;
            if (next.Token is JObject node)
            {
                if (HasId(node))
                {
                    ids.TryAdd(Absolute(ReferenceEquals(resource, root) ? null : resource, node["$id"].Text()!), node);
                    resource = node;
                }

                foreach (var name in new[] { node["$anchor"].Text(), node["$dynamicAnchor"].Text() })
                {
                    if (name is not null)
                    {
                        anchors.TryAdd((resource, name), node);
                    }
                }
            }

            foreach (var child in next.Token.Children())
            {
                pending.Push((child, resource));
            }
        }

        return new Names(ids, anchors);
    }

    private sealed record Names(
        IReadOnlyDictionary<string, JObject> Ids,
        IReadOnlyDictionary<(JObject Resource, string Name), JObject> Anchors
    );
}
