using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Marks the members that a program must set, so that a request without one does not compile. A model that responses use
/// too is left alone: Pinterest may leave out what it promised, and a program makes such models in its tests. A default
/// in the description changes nothing: Pinterest rejects a request without a required member.
/// </summary>
internal sealed class RequireMembers : IPass
{
    public string Name => "members of requests required";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        var responses = Reached(context, operation => [operation.Node["responses"]]);
        var requests = Reached(context, operation => [operation.Node["requestBody"], operation.Node["parameters"]]);
        foreach (var (name, schema) in context.Components())
        {
            if (requests.Contains(name) && !responses.Contains(name))
            {
                count += Mark(context, schema);
            }
        }

        foreach (var (_, schema) in context.Components())
        {
            TellModels(context, schema);
        }

        return count;
    }

    private static int Mark(NormalisationContext context, JObject schema)
    {
        var count = 0;
        var required = (schema["required"] as JArray ?? []).Select(name => (string?)name).ToHashSet();
        foreach (var property in (schema["properties"] as JObject ?? []).Properties())
        {
            if (required.Contains(property.Name) && MustBeSet(context, schema, property))
            {
                property.Value[Keywords.Required] = true;
                schema[Keywords.Requires] = true;
                count++;
            }
        }

        return count;
    }

    private static bool MustBeSet(NormalisationContext context, JObject schema, JProperty property)
    {
        var member = (JObject)property.Value;
        var type = context.Resolve(member);

        // A request must not contain what only a response has.
        if (member["readOnly"].IsTrue() || type["readOnly"].IsTrue())
        {
            return false;
        }

        // A member that is set to null is not sent, unless it is cleared: "required" would promise what it cannot hold.
        if (SchemaFacts.IsNullable(member) || SchemaFacts.IsNullable(type))
        {
            return false;
        }

        // The constructor sets a discriminator, and a constant says nothing.
        return type[Keywords.Constant] is null && (string?)schema[Keywords.Union]?["property"] != property.Name;
    }

    private static void TellModels(NormalisationContext context, JObject schema)
    {
        if ((string?)schema[Keywords.Base] is { } parent && context.Schemas[parent]?[Keywords.Requires] is not null)
        {
            schema[Keywords.BaseRequires] = true;
            schema[Keywords.Requires] = true;
        }

        foreach (var member in schema[Keywords.Union]?["members"] ?? new JArray())
        {
            var form = context.Schemas[(string)member["name"]!];
            if (schema[Keywords.Requires] is not null || form?[Keywords.Requires] is not null)
            {
                member["requires"] = true;
            }
        }
    }

    private static HashSet<string> Reached(
        NormalisationContext context,
        Func<OperationNode, IEnumerable<JToken?>> begin
    )
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(context.Operations().SelectMany(begin).SelectMany(Names));
        while (pending.TryPop(out var name))
        {
            if (!reached.Add(name) || context.Schemas[name] is not JObject schema)
            {
                continue;
            }

            foreach (var next in Names(schema))
            {
                pending.Push(next);
            }
        }

        return reached;
    }

    // A form of a union brings its base along, and the base all of its forms.
    private static IEnumerable<string> Names(JToken? node)
    {
        foreach (var part in (node as JContainer)?.DescendantsAndSelf().OfType<JObject>() ?? [])
        {
            if (References.SchemaName(part) is { } name)
            {
                yield return name;
            }

            if ((string?)part[Keywords.Base] is { } parent)
            {
                yield return parent;
            }

            foreach (var member in part[Keywords.Union]?["members"] ?? new JArray())
            {
                yield return (string)member["name"]!;
            }
        }
    }
}
