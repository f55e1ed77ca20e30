using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Generation.Passes;

namespace Pinterest.OpenApi.Spec.Diff.Client;

/// <summary>
/// The client of one description: which of its public members stands for which place. Example: Pin.Title stands for
/// #/components/schemas/Pin/properties/title.
/// </summary>
internal sealed class ClientSide(JObject root, NormalisedDescription normalised, PublicSurface surface)
{
    private readonly Dictionary<string, string> _typePlaces = PlacesOfTypes(normalised);
    private readonly HashSet<string> _groups =
    [
        .. normalised
            .Names.All("groups")
            .SelectMany(group =>
                new[] { $"{group.Value}Client", $"I{group.Value}Client", $"Operations.{group.Value}" }
            ),
        "Operations",
        "PinterestClient",
        "IPinterestClient",
    ];
    private Dictionary<string, List<string>>? _mergedInto;

    /// <summary>Gets the description.</summary>
    public JObject Root => root;

    /// <summary>Gets the public types and members of the client.</summary>
    public PublicSurface Surface => surface;

    /// <summary>
    /// Lists the members that stand for a place: a member, a type with all that is in it (ends with a dot), or both.
    /// </summary>
    /// <param name="pointer">The place in the description.</param>
    public IEnumerable<string> MembersAt(string pointer)
    {
        var steps = JsonPointer.Steps(pointer).ToList();
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (steps is ["components", "schemas", var component, ..])
        {
            // A schema that allOf merges into a type is a part of that type.
            _mergedInto ??= AllOfUses.TypesByComponent(root, _typePlaces);
            foreach (var type in _mergedInto.GetValueOrDefault(component) ?? [])
            {
                found.UnionWith(Walk(steps, 3, type));
            }

            if (normalised.TypeOf(component) is { } own)
            {
                found.UnionWith(Walk(steps, 3, own));
            }
        }

        // The members of an inline type are named below the place where the type stands.
        var place = "#";
        for (var i = 0; i < steps.Count; i++)
        {
            place = JsonPointer.Append(place, steps[i]);
            if (normalised.Names.Given("inlineModels", place) is { } inline)
            {
                found.UnionWith(Walk(steps, i + 1, inline));
            }
        }

        return found;
    }

    private IEnumerable<string> Walk(List<string> steps, int from, string type)
    {
        string? member = null;
        for (var i = from; i < steps.Count; i++)
        {
            if (i < 1 || steps[i - 1] != "properties" || IsProperty(steps, i - 1))
            {
                continue;
            }

            // The next property belongs to the type of this one. Example: Pin.media.url is the member Url of the type
            // PinMedia.
            if (member is not null)
            {
                type = InnerType(type, member) ?? type;
            }

            if (normalised.Names.Given("members", $"{type}.{steps[i]}") is not { } name)
            {
                yield break;
            }

            member = name;
        }

        if (member is null)
        {
            yield return type + ".";
            yield break;
        }

        yield return $"{type}.{member}";

        // The place lies deeper than the property itself, so the type of its values changed.
        if ((steps[^2] != "properties" || IsProperty(steps, steps.Count - 2)) && InnerType(type, member) is { } inner)
        {
            yield return inner + ".";
        }
    }

    /// <summary>
    /// Lists the members of an operation: its method, its pager, its facts, and the group that they belong to.
    /// </summary>
    public IEnumerable<string> MembersOf(string operationId)
    {
        foreach (
            var (group, method) in normalised
                .Names.Methods(operationId)
                .Concat(normalised.Names.Methods(operationId, "pagers"))
        )
        {
            foreach (var client in new[] { $"{group}Client", $"I{group}Client" })
            {
                yield return $"{client}.{method}Async";
                yield return client;
            }

            if (normalised.Names.Given(NameRegistry.Options, operationId) is { } options)
            {
                yield return options;
            }

            yield return $"Operations.{group}.{method}";
            yield return $"Operations.{group}";
            yield return $"PinterestClient.{group}";
            yield return $"IPinterestClient.{group}";
        }
    }

    /// <summary>
    /// Lists the members of an operation's options that stand for a parameter. Example: PinsListOptions.PageSize.
    /// </summary>
    /// <param name="pointer">The place of the parameter, or a place in it.</param>
    /// <param name="operationId">The operation.</param>
    public IEnumerable<string> OptionsAt(string pointer, string operationId)
    {
        if (
            normalised.Names.Given(NameRegistry.Options, operationId) is not { } options
            || ParameterAt(pointer) is not { } parameter
        )
        {
            return [];
        }

        var end = $" {operationId} {parameter["in"].Text()} {parameter["name"].Text()}";
        return normalised
            .Names.All("parameters")
            .Where(entry => entry.Key.EndsWith(end, StringComparison.Ordinal))
            .Select(entry => $"{options}.{UseOptions.PropertyName(entry.Value)}");
    }

    /// <summary>Tells whether a type holds the operations of a group, which are added and removed one by one.</summary>
    public bool IsGroup(string type) => _groups.Contains(type);

    /// <summary>Gives the token that a member stands for, or null.</summary>
    public JToken? TokenOf(string member) => PlaceOf(member) is { } place ? JsonPointer.Find(root, place) : null;

    /// <summary>
    /// Lists the types that the signature of a member mentions; none when the client does not have the member.
    /// </summary>
    public IEnumerable<string> TypesMentionedBy(string member) =>
        surface.Members.TryGetValue(member, out var signature) ? surface.TypesIn(signature) : [];

    private JObject? ParameterAt(string pointer)
    {
        var steps = JsonPointer.Steps(pointer).ToList();
        var length = steps switch
        {
            ["components", "parameters", _, ..] => 3,
            ["paths", _, "parameters", _, ..] => 4,
            ["paths", _, _, "parameters", _, ..] => 5,
            _ => 0,
        };
        var place = steps.Take(length).Aggregate("#", JsonPointer.Append);
        return length > 0 && JsonPointer.Find(root, place) is JObject written
            ? References.TryResolve(root, written)
            : null;
    }

    private string? PlaceOf(string member)
    {
        if (_typePlaces.TryGetValue(member, out var own))
        {
            return own;
        }

        var dot = member.LastIndexOf('.');
        var (type, name) = dot >= 0 ? (member[..dot], member[(dot + 1)..]) : (member, "");
        if (!_typePlaces.TryGetValue(type, out var place))
        {
            return PlaceOfOperation(member);
        }

        return normalised.Names.KeyOf("members", type, name) is { } property
            ? JsonPointer.Append($"{place}/properties", property)
            : place;
    }

    private string? PlaceOfOperation(string member)
    {
        // A member of options stands where its operation does.
        var dot = member.IndexOf('.', StringComparison.Ordinal);
        var type = dot >= 0 ? member[..dot] : member;
        var operation = normalised.Catalogue.All.FirstOrDefault(each =>
            MembersOf(each.Id).Contains(member) || normalised.Names.Given(NameRegistry.Options, each.Id) == type
        );
        return operation is null
            ? null
            : JsonPointer.Append(JsonPointer.Append("#/paths", operation.Path), operation.Method.ToLowerInvariant());
    }

    // A property may itself be called properties. Example: Pin/properties/properties/title.
    private static bool IsProperty(List<string> steps, int index) =>
        index > 0 && steps[index - 1] == "properties" && !IsProperty(steps, index - 1);

    private string? InnerType(string type, string member) =>
        surface.Members.TryGetValue($"{type}.{member}", out var signature)
            ? surface.TypesIn(signature).LastOrDefault()
            : null;

    private static Dictionary<string, string> PlacesOfTypes(NormalisedDescription normalised)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (component, type) in normalised.ComponentTypes)
        {
            places.TryAdd(type, JsonPointer.Append("#/components/schemas", component));
        }

        foreach (var (place, type) in normalised.Names.All("inlineModels"))
        {
            places.TryAdd(type, place);
        }

        return places;
    }
}
