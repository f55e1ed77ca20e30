using Microsoft.CodeAnalysis.CSharp;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>Names groups, methods and parameters.</summary>
internal sealed class NameOperations : IPass
{
    private const string AnyType = "Newtonsoft.Json.Linq.JToken";

    // A name that would hide a type or a local of the generated method.
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "cancellationToken",
        "ending",
        "next",
        "options",
        "request",
        "body",
        // A keyword only within the pager's async lambda, so no writer of parameters puts an @ before it.
        "await",
    };

    public string Name => "operations named";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        var used = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in context.Operations())
        {
            // An operation that moves to another group is another method.
            var key = $"{operation.Tag} {operation.Id}";
            var (group, method) = NameMethod(context, operation, key, used);
            operation.Node[Keywords.OperationId] = operation.Id;
            operation.Node["operationId"] = $"{group}_{method}";
            operation.Node["tags"] = new JArray(group);
            operation.Node[Keywords.Operation] = $"{group}.{method}";
            NamePager(context, operation, key, group, method, used);
            NameParameters(context, operation, key);
            count++;
        }

        return count;
    }

    private static (string Group, string Method) NameMethod(
        NormalisationContext context,
        OperationNode operation,
        string key,
        Dictionary<string, string> used
    )
    {
        var group = context.Names.Give(
            "groups",
            operation.Tag,
            OperationNames.GroupDecision(context.Root, operation),
            OperationNames.GroupRule(operation)
        );
        var method = context.Names.Give(
            "methods",
            key,
            (string?)operation.Node[Keywords.Method],
            OperationNames.WithinGroup(
                group,
                OperationNames.MethodRule(operation, PageOf(context, operation) is not null)
            )
        );
        if (used.TryAdd($"{group}.{method}", operation.Id))
        {
            return (group, method);
        }

        var free = OperationNames.FreeMethod(
            operation,
            name => !used.ContainsKey($"{group}.{name}") && OperationNames.WithinGroup(group, name) == name
        );
        context.UndecidedName(
            new OpenDecision(
                $"operation {operation.Id}",
                $"{used[$"{group}.{method}"]} and {operation.Id} would both be called {group}.{method}Async.",
                "Name one in openapi/names.json."
            ).WithName($"operations/{operation.Id}", free)
        );
        used[$"{group}.{free}"] = operation.Id;
        return (group, context.Names.Give("methods", key, free, free));
    }

    private static JObject? PageOf(NormalisationContext context, OperationNode operation) =>
        operation.Node["responses"]?["200"]?["content"]?["application/json"]?["schema"] is JObject schema
        && context.Resolve(schema) is var page
        && page[Keywords.PageItem] is not null
            ? page
            : null;

    // ListPins is enumerated by EnumeratePins.
    private static void NamePager(
        NormalisationContext context,
        OperationNode operation,
        string key,
        string group,
        string method,
        Dictionary<string, string> used
    )
    {
        if (PageOf(context, operation) is not { } page)
        {
            return;
        }

        var words = Words.Split(method);
        var verbs = words[0] is "List" or "Get" ? 1 : 0;
        var pager = context.Names.Give("pagers", key, null, "Enumerate" + string.Concat(words.Skip(verbs)));
        if (!used.TryAdd($"{group}.{pager}", operation.Id))
        {
            context.UndecidedName(
                new OpenDecision(
                    $"operation {operation.Id}",
                    $"Two members of {group} would be called {pager}Async.",
                    "Name the method in openapi/names.json."
                ).WithName(
                    $"operations/{operation.Id}",
                    OperationNames.FreeMethod(operation, name => !used.ContainsKey($"{group}.{name}"))
                )
            );
            return;
        }

        operation.Node[Keywords.Pager] = pager;
        page[Keywords.PageItem] = operation.Node[Keywords.PageItem] = ItemType(
            page["properties"].Member("items").Member("items") as JObject
        );
    }

    private static string ItemType(JObject? item)
    {
        if (item is null)
        {
            return AnyType;
        }

        var type =
            References.SchemaName(item)
            ?? SchemaFacts.Type(item) switch
            {
                "string" => "string",
                "integer" => "long",
                _ => AnyType,
            };
        return SchemaFacts.IsNullable(item) ? type + "?" : type;
    }

    private static void NameParameters(NormalisationContext context, OperationNode operation, string key)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in operation.OwnParameters)
        {
            var rule = Words.Camel((string)parameter["name"]!);
            if (Taken.Contains(rule))
            {
                rule += "Value";
            }

            var name = context.Names.Give(
                "parameters",
                $"{key} {parameter["in"]} {parameter["name"]}",
                (string?)parameter[Keywords.Name],
                rule
            );
            if (!used.Add(name))
            {
                var open = new OpenDecision(
                    $"operation {operation.Id}",
                    $"Two parameters of {key} would be called {name}.",
                    $"Name one with '{Keywords.Name}' in the overlay."
                );
                name = FreeName.From(
                    name + Words.Pascal((string)parameter["in"]!),
                    free => !used.Contains(free) && !Taken.Contains(free)
                );
                context.UndecidedName(
                    open.WithAction(
                        JsonPointer.Of(parameter),
                        new JProperty("update", new JObject { [Keywords.Name] = name })
                    )
                );
                used.Add(name);
            }

            parameter[Keywords.ParameterName] = name;
            if (SyntaxFacts.GetKeywordKind(name) is not SyntaxKind.None)
            {
                parameter[Keywords.Escape] = true;
            }
        }
    }
}
