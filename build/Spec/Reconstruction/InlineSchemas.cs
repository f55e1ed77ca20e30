using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Reconstruction;

/// <summary>The schemas of made-up components, with the made-up components within them put back too.</summary>
internal sealed class InlineSchemas
{
    private readonly Dictionary<string, JObject?> _schemas = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wanted;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly JObject _components;
    private readonly Dictionary<string, int> _sizes = new(StringComparer.Ordinal);
    private long _copied;

    /// <summary>Reads the schemas.</summary>
    /// <param name="components">The component schemas.</param>
    /// <param name="names">The made-up names.</param>
    public InlineSchemas(JObject components, IReadOnlyList<string> names)
    {
        _components = components;
        _wanted = [.. names];
        Names = [.. names.Where(name => Expand(name) is not null)];
    }

    /// <summary>Gets the names whose schemas can be put back: those that do not contain themselves.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gives a copy of the schema of a name; null when it is not put back.</summary>
    /// <exception cref="SpecException">All copies together have more values than a description may have.</exception>
    public JObject? Of(string name) => _schemas.GetValueOrDefault(name) is { } schema ? Copy(name, schema) : null;

    // Forty schemas that each hold the next one twice would unfold to a million million.
    private JObject Copy(string name, JObject schema)
    {
        _copied += _sizes[name];
        return _copied <= DescriptionReader.MaxTokens
            ? (JObject)schema.DeepClone()
            : throw new SpecException(
                $"#/components/schemas/{name}",
                $"Its made-up name cannot be taken out: unfolded, such schemas have more than {DescriptionReader.MaxTokens} values.",
                DescriptionChecks.Correct
            );
    }

    // References were checked for their depth when the description was read.
    private JObject? Expand(string name)
    {
        if (!_wanted.Contains(name))
        {
            return null;
        }

        if (_schemas.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!_open.Add(name))
        {
            return null;
        }

        var schema = (JObject)_components[name]!.DeepClone();
        var isWhole = true;
        foreach (var reference in schema.DescendantsAndSelf().OfType<JObject>().ToList())
        {
            if (References.SchemaName(reference) is not { } inner || !_wanted.Contains(inner))
            {
                continue;
            }

            var content = Expand(inner);
            isWhole &= !_open.Contains(inner);
            if (content is null)
            {
                continue;
            }

            if (ReferenceEquals(reference, schema))
            {
                schema = Copy(inner, content);
            }
            else
            {
                reference.Replace(Copy(inner, content));
            }
        }

        _open.Remove(name);
        if (isWhole)
        {
            _sizes[name] = schema.DescendantsAndSelf().Count();
        }

        return _schemas[name] = isWhole ? schema : null;
    }
}
