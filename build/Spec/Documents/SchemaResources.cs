using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// The schemas that JSON Schema 2020-12 finds by an address or a name: those with <c>$id</c>, <c>$anchor</c> or
/// <c>$dynamicAnchor</c>.
/// </summary>
internal sealed class SchemaResources
{
    private static readonly Uri Start = new("x-document://description/");

    private readonly Dictionary<string, JToken> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<(JToken Resource, string Name), JToken> _anchors = [];
    private readonly Dictionary<JToken, Uri> _addresses = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>
    );
    private readonly Dictionary<string, int> _dynamicAnchors = new(StringComparer.Ordinal);

    /// <summary>Gives the address that stands for the place of a document, where it says none of its own.</summary>
    public static Uri AddressOf(string document) =>
        new(Start, string.Join('/', document.Split('/').Select(Uri.EscapeDataString)));

    /// <summary>Finds the schemas of a document.</summary>
    public void Add(string name, JToken document)
    {
        var pending = new Stack<(JToken Node, JToken Resource, Uri Address)>();
        pending.Push((document, document, AddressOf(name)));
        while (pending.TryPop(out var visit))
        {
            var (node, resource, address) = visit;
            if (node is JObject schema)
            {
                (resource, address) = Enter(schema, resource, address);
            }

            foreach (var child in node.Children())
            {
                pending.Push((child, resource, address));
            }
        }
    }

    /// <summary>Finds a schema by its address; null when none has it.</summary>
    public JToken? Find(Uri from, string reference) =>
        Uri.TryCreate(from, reference, out var address) ? _byAddress.GetValueOrDefault(address.AbsoluteUri) : null;

    /// <summary>Finds a schema by its name; null when none has it.</summary>
    public JToken? Anchor(JToken resource, string name) => _anchors.GetValueOrDefault((resource, name));

    /// <summary>Gives the address of a schema with <c>$id</c>; null for any other.</summary>
    public Uri? AddressOf(JToken schema) => _addresses.GetValueOrDefault(schema);

    /// <summary>Tells whether several schemas have a dynamic name, so that the way to the place decides which is meant.</summary>
    public bool IsAmbiguous(string dynamicAnchor) => _dynamicAnchors.GetValueOrDefault(dynamicAnchor) > 1;

    private (JToken Resource, Uri Address) Enter(JObject schema, JToken resource, Uri address)
    {
        if (schema["$id"].Text() is { } id && Uri.TryCreate(address, id, out var own))
        {
            resource = schema;
            address = new Uri(own.GetLeftPart(UriPartial.Query));
            _byAddress.TryAdd(address.AbsoluteUri, schema);
            _addresses.TryAdd(schema, address);
        }

        if (schema["$anchor"].Text() is { } anchor)
        {
            _anchors.TryAdd((resource, anchor), schema);
        }

        if (schema["$dynamicAnchor"].Text() is { } dynamicAnchor)
        {
            _anchors.TryAdd((resource, dynamicAnchor), schema);
            _dynamicAnchors[dynamicAnchor] = _dynamicAnchors.GetValueOrDefault(dynamicAnchor) + 1;
        }

        return (resource, address);
    }
}
