using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;

namespace Pinterest.OpenApi.Spec.Diff.Client;

/// <summary>The client of one description: which of its public members stands for which place.</summary>
internal sealed class ClientSide(JObject contract, NormalisedDescription normalised, PublicSurface surface)
{
    private readonly Dictionary<string, string> _typePlaces = Places(normalised);
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
    private Dictionary<string, List<string>>? _takenIn;

    public PublicSurface Surface => surface;

    /// <summary>Lists the members that stand for a place: a member, a type with all that is in it (ends with a dot), or both.</summary>
    /// <param name="pointer">The place in the contract.</param>
    public IEnumerable<string> MembersAt(string pointer)
    {
        var steps = JsonPointer.Steps(pointer).ToList();
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (steps is ["components", "schemas", var component, ..])
        {
            // What is merged into a type by allOf is a part of that type.
            _takenIn ??= TakenIn(contract, _typePlaces);
            foreach (var type in _takenIn.GetValueOrDefault(component) ?? [])
            {
                found.UnionWith(Walk(steps, 3, type));
            }

            if (normalised.TypeOf(component) is { } own)
            {
                found.UnionWith(Walk(steps, 3, own));
            }
        }

        // An inline type begins anew below the place where it stands.
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

            // What the property leads to is where the next step is looked for.
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

        // Deeper than the property itself: what its values are has changed.
        if ((steps[^2] != "properties" || IsProperty(steps, steps.Count - 2)) && InnerType(type, member) is { } inner)
        {
            yield return inner + ".";
        }
    }

    /// <summary>Lists the members of an operation: its method, its pager, its facts, and the group that they belong to.</summary>
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

            yield return $"Operations.{group}.{method}";
            yield return $"Operations.{group}";
            yield return $"PinterestClient.{group}";
            yield return $"IPinterestClient.{group}";
        }
    }

    /// <summary>Tells whether a type holds the operations of a group, which come and go one by one.</summary>
    public bool IsGroup(string type) => _groups.Contains(type);

    /// <summary>Gives the place that a member stands for, or null.</summary>
    public string? PlaceOf(string member)
    {
        if (_typePlaces.TryGetValue(member, out var own))
        {
            return own;
        }

        var (type, name) = member.LastIndexOf('.') is var dot and >= 0
            ? (member[..dot], member[(dot + 1)..])
            : (member, "");
        if (!_typePlaces.TryGetValue(type, out var place))
        {
            return
                normalised.Catalogue.All.FirstOrDefault(operation => MembersOf(operation.Id).Contains(member))
                    is { } found
                ? JsonPointer.Append(JsonPointer.Append("#/paths", found.Path), found.Method.ToLowerInvariant())
                : null;
        }

        return normalised.Names.KeyOf("members", type, name) is { } property
            ? JsonPointer.Append($"{place}/properties", property)
            : place;
    }

    // A property may itself be called properties.
    private static bool IsProperty(List<string> steps, int index) =>
        index > 0 && steps[index - 1] == "properties" && !IsProperty(steps, index - 1);

    private string? InnerType(string type, string member) =>
        surface.Members.TryGetValue($"{type}.{member}", out var signature)
            ? surface.TypesIn(signature).LastOrDefault()
            : null;

    private static Dictionary<string, string> Places(NormalisedDescription normalised)
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

    // For each component the types that allOf makes it a part of.
    private static Dictionary<string, List<string>> TakenIn(JObject contract, Dictionary<string, string> typePlaces)
    {
        var takenIn = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (type, place) in typePlaces)
        {
            if (JsonPointer.Find(contract, place) is not JObject schema)
            {
                continue;
            }

            var seen = new HashSet<string>(StringComparer.Ordinal);
            var pending = new Stack<JObject>([schema]);
            while (pending.TryPop(out var current))
            {
                foreach (var part in (current["allOf"] as JArray ?? []).OfType<JObject>())
                {
                    if (References.SchemaName(part) is not { } component)
                    {
                        pending.Push(part);
                    }
                    else if (
                        seen.Add(component) && JsonPointer.Find(contract, References.Target(part)!) is JObject target
                    )
                    {
                        pending.Push(target);
                    }
                }
            }

            foreach (var component in seen)
            {
                if (!takenIn.TryGetValue(component, out var types))
                {
                    takenIn[component] = types = [];
                }

                types.Add(type);
            }
        }

        return takenIn;
    }
}
