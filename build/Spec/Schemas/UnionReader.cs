using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>Finds the unions in what several schema nodes say together.</summary>
internal sealed class UnionReader
{
    private readonly SchemaModel _model;
    private readonly IReadOnlyList<JObject> _parts;
    private readonly JObject? _discriminator;
    private readonly string? _property;
    private readonly List<JProperty> _mapping;
    private readonly List<string> _tagsOfUnion;

    public UnionReader(SchemaModel model, IReadOnlyList<JObject> parts)
    {
        _model = model;
        _parts = parts;
        _discriminator = parts.Select(part => part["discriminator"]).OfType<JObject>().FirstOrDefault();
        _property = (string?)(_discriminator?["propertyName"] as JValue);
        _mapping =
        [
            .. (_discriminator?["mapping"] as JObject ?? [])
                .Properties()
                .Where(entry => entry.Value is JValue { Value: string }),
        ];
        _tagsOfUnion = [.. _mapping.Select(entry => entry.Name)];
    }

    public List<SchemaUnion> Read()
    {
        var unions = Listed();
        if (unions.Count == 0 && Mapped() is { } mapped)
        {
            unions.Add(mapped);
        }

        return unions;
    }

    // The unions that oneOf and anyOf list. The discriminator tells the variants of the first one apart.
    private List<SchemaUnion> Listed()
    {
        var unions = new List<SchemaUnion>();
        foreach (var part in _parts)
        {
            foreach (var keyword in ChoiceLists.Keywords)
            {
                var nodes = ChoiceLists.Of(part, keyword);
                if (nodes.Count > 1 && !nodes.Any(node => IsSubtype(node, part)))
                {
                    unions.Add(Listed(part[keyword]!, nodes, isFirst: unions.Count == 0));
                }
            }
        }

        return unions;
    }

    private SchemaUnion Listed(JToken place, IReadOnlyList<JObject> nodes, bool isFirst) =>
        isFirst
            ? new SchemaUnion(place, [.. nodes.Select(Tagged)], _property, _discriminator)
            : new SchemaUnion(place, [.. nodes.Select(Untagged)], null, null);

    private SchemaChoice Untagged(JObject node) => new(node, _model.Of(node), References.SchemaName(node), null);

    private SchemaChoice Tagged(JObject node)
    {
        var component = References.SchemaName(node);
        var schema = _model.Of(node);
        return new SchemaChoice(node, schema, component, MappedTag(component) ?? OnlyValue(schema))
        {
            Tags = _property is null ? [] : TagsOf(component),
            DiscriminatorName = _property,
            TagsOfUnion = _tagsOfUnion,
        };
    }

    private string? MappedTag(string? component) =>
        component is null
            ? null
            : _mapping.FirstOrDefault(entry => References.SchemaName(Target(entry)) == component)?.Name;

    // A variant whose discriminator property allows a single value needs no mapping.
    private string? OnlyValue(EffectiveSchema schema) =>
        _property is not null
        && schema.Properties.TryGetValue(_property, out var property)
        && property.Enum is { Count: 1 } one
            ? one.First().Trim('"')
            : null;

    // A component that is not mapped is chosen by its own name.
    private IReadOnlyList<string> TagsOf(string? component) =>
        component is null
            ? []
            :
            [
                .. _mapping
                    .Where(entry => References.SchemaName(Target(entry)) == component)
                    .Select(entry => entry.Name)
                    .DefaultIfEmpty(component),
            ];

    // A base that maps its subtypes is a union of them, though no oneOf lists them.
    private SchemaUnion? Mapped()
    {
        var subtypes = _mapping
            .Select(entry => (Entry: entry, Node: new JObject(new JProperty("$ref", Target(entry)))))
            .Where(subtype => _model.Resolve(subtype.Node, subtype.Entry.Value) is not null)
            .ToList();
        if (_mapping.Count == 0)
        {
            return Unmapped();
        }

        if (subtypes.Count == 0 || subtypes.Exists(subtype => IsSubtype(subtype.Node, DiscriminatorHolder())))
        {
            return null;
        }

        var choices = subtypes
            .DistinctBy(subtype => Target(subtype.Entry))
            .Select(subtype => new SchemaChoice(
                subtype.Entry.Value,
                _model.Of(subtype.Node),
                References.SchemaName(subtype.Node),
                subtype.Entry.Name
            )
            {
                Tags = TagsOf(References.SchemaName(subtype.Node)),
                DiscriminatorName = _property,
                TagsOfUnion = _tagsOfUnion,
            });
        return new SchemaUnion(_discriminator!["mapping"]!, [.. choices], _property, _discriminator);
    }

    // Without a mapping the name of each component that is allOf the base stands for that component.
    private SchemaUnion? Unmapped()
    {
        if (_property is null)
        {
            return null;
        }

        var holder = DiscriminatorHolder();
        var subtypes = _model.SubtypesOf(holder);
        if (subtypes.Count == 0 || subtypes.Any(subtype => IsSubtype(subtype.Node, holder)))
        {
            return null;
        }

        List<string> names = [.. subtypes.Select(subtype => subtype.Name)];
        var choices = subtypes.Select(subtype => new SchemaChoice(
            subtype.Node,
            _model.Of(subtype.Node),
            subtype.Name,
            subtype.Name
        )
        {
            Tags = [subtype.Name],
            DiscriminatorName = _property,
            TagsOfUnion = names,
        });
        return new SchemaUnion(_discriminator!, [.. choices], _property, _discriminator) { IsImplied = true };
    }

    private JObject DiscriminatorHolder() =>
        _parts.First(part => ReferenceEquals(part["discriminator"], _discriminator));

    // A subtype that includes its base by allOf is one of the variants that the base lists, not a union of them.
    private bool IsSubtype(JObject choice, JObject holder) =>
        _model.Resolve(choice) is { } node
        && !ReferenceEquals(node, holder)
        && _parts.Any(part => ReferenceEquals(part, node));

    private static string Target(JProperty entry) =>
        (string)entry.Value! is var text && text.StartsWith('#') ? text : References.SchemaPrefix + text;
}
