using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>A parameter, found by where and how it is sent.</summary>
internal sealed class DiffParameter
{
    private static readonly string[] Ignored = ["Accept", "Content-Type", "Authorization"];

    private readonly SchemaModel _model;
    private readonly ParameterNode _parameter;

    private DiffParameter(SchemaModel model, ParameterNode parameter, string key, string place)
    {
        _model = model;
        _parameter = parameter;
        Key = key;
        In = place;
    }

    /// <summary>Gets place and name; a path parameter is known by its position instead of its name.</summary>
    public string Key { get; }

    /// <summary>Gets where it is sent: path, query, header or cookie.</summary>
    public string In { get; }

    /// <summary>Gets where the operation or path lists it.</summary>
    public JObject Written => _parameter.Written;

    /// <summary>Gets what that refers to.</summary>
    public JObject Node => _parameter.Node;

    /// <summary>Gets what a person calls it. Example: page_size (query).</summary>
    public string Name => $"{_parameter.Name} ({In})";

    public bool IsRequired => Node["required"].IsTrue() || In == "path";

    /// <summary>Gets the schema of its value, or null.</summary>
    public EffectiveSchema? Schema => ValueSchema.Of(_model, Node);

    /// <summary>Tells whether its value is a text, and not a document of its own such as JSON.</summary>
    public bool IsText => ValueSchema.IsText(Node);

    /// <summary>Gets how its value is written; null without a schema.</summary>
    public WrittenStyle? Style => Schema is { } schema ? WrittenStyle.Of(Node, In, schema) : null;

    /// <summary>Reads the parameters of an operation; those that are damaged are left out.</summary>
    public static IReadOnlyList<DiffParameter> ReadAll(SchemaModel model, OperationNode operation)
    {
        var parameters = new List<DiffParameter>();
        foreach (var parameter in operation.EffectiveParameters(model.Resolve))
        {
            if (parameter is { Name: { } name, Place: { } place } && !IsIgnored(name, place))
            {
                parameters.Add(new DiffParameter(model, parameter, KeyOf(operation.Path, name, place), place));
            }
        }

        return parameters;
    }

    /// <summary>
    /// Finds the parameter of the other side. A path parameter that its path does not name is found by its own name.
    /// </summary>
    public DiffParameter? PartnerIn(IReadOnlyList<DiffParameter> others) =>
        others.FirstOrDefault(other => other.Key == Key)
        ?? others.FirstOrDefault(other =>
            other.In == "path" && In == "path" && JToken.DeepEquals(other.Node["name"], Node["name"])
        );

    // OpenAPI says that header parameters of these names are ignored: content and security say what is sent in them.
    private static bool IsIgnored(string name, string place) =>
        place == "header" && Ignored.Contains(name, StringComparer.OrdinalIgnoreCase);

    // Example: pin_id of /boards/{board_id}/pins/{pin_id} is "path 1", the second parameter of the path.
    private static string KeyOf(string path, string name, string place)
    {
        switch (place)
        {
            case "path":
                var start = path.IndexOf("{" + name + "}", StringComparison.Ordinal);
                return start >= 0 ? $"path {path.AsSpan(0, start).Count('{')}" : $"path {name}";
            case "querystring":
                // The whole query of a request (3.2). There is one at most, and its name is not sent.
                return place;
            case "header":
                return $"header {name.ToLowerInvariant()}";
            default:
                return $"{place} {name}";
        }
    }
}
