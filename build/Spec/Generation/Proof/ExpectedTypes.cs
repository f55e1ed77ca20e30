using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Emit;

namespace Pinterest.OpenApi.Spec.Generation.Proof;

/// <summary>
/// The types that the generated files must declare, with the names of their members. They are made of the names that
/// were given, and not of the generated text.
/// </summary>
internal static class ExpectedTypes
{
    /// <summary>The name under which a constructor is listed.</summary>
    public const string Constructor = "constructor";

    /// <summary>The name under which a conversion is listed.</summary>
    public const string Conversion = "conversion";

    private static readonly string[] EnumMembers =
    [
        "_value",
        Constructor,
        "Known",
        "Value",
        Conversion,
        "From",
        "ToString",
        "KnownValues",
        "OwnCodec",
        "Codec",
    ];

    private static readonly string[] ModelMembers =
    [
        "OwnMembers",
        "OwnCodec",
        "Codec",
        "GetMembers",
        "ReadMember",
        "WriteMembers",
    ];

    private static readonly string[] BaseMembers =
    [
        "AllMembers",
        "MemberCount",
        Constructor,
        "DiscriminatorName",
        "CreateFor",
        "ForgetDiscriminator",
    ];

    private static readonly string[] ShapeMembers =
    [
        "AllForms",
        Constructor,
        "OwnCodec",
        "Codec",
        "Forms",
        "CreateFor",
    ];

    /// <summary>Lists the members of each type, by the name of the type.</summary>
    public static SortedDictionary<string, SortedSet<string>> Of(
        NormalisedDescription normalised,
        IReadOnlyList<NamedOperation> operations
    )
    {
        var types = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var component in ((JObject)normalised.Root["components"]!["schemas"]!).Properties())
        {
            AddModel(types, component.Name, (JObject)component.Value);
        }

        AddClients(types, OperationNodes.Supported(normalised.Root));
        AddFacade(types, operations);
        if (ReportColumn.Of(normalised) is { Count: > 0 } columns)
        {
            Add(types, ColumnsEmitter.Type, columns.Select(column => column.Name));
        }

        return types;
    }

    private static void AddModel(SortedDictionary<string, SortedSet<string>> types, string name, JObject schema)
    {
        if (schema[Keywords.ValueNames] is JArray values)
        {
            // An enum of null alone is a text.
            if (values.Count == 0)
            {
                return;
            }

            Add(types, name, EnumMembers, values.Select(value => (string)value!));
            Add(types, $"{name}.KnownValues", ["All"]);
            return;
        }

        // What has no members is a dictionary or a JToken, and a text with properties is a text: no types of their own.
        var hasMembers = SchemaFacts.IsObject(schema) || schema[Keywords.Base] is not null;
        if (!hasMembers || SchemaFacts.Type(schema) is not (null or "object"))
        {
            return;
        }

        var members = (schema["properties"] as JObject ?? [])
            .PropertyValues()
            .Select(property => (string)property[Keywords.Name]!)
            .ToList();
        if (schema[Keywords.ShapeUnion].IsTrue())
        {
            Add(types, name, ShapeMembers, members, members.Select(member => "From" + member), [Conversion]);
            return;
        }

        var times = (schema["properties"] as JObject ?? [])
            .PropertyValues()
            .Select(property => (string?)property[Keywords.TimeName])
            .OfType<string>();
        Add(types, name, ModelMembers, members, times);
        if (schema[Keywords.Union] is not null)
        {
            Add(types, name, BaseMembers);
        }
        else
        {
            Add(types, name, ["IModel.Create"]);
        }

        if (schema[Keywords.DiscriminatorValue] is not null || schema[Keywords.Requires] is not null)
        {
            Add(types, name, [Constructor]);
        }

        if (schema[Keywords.PageItem] is not null)
        {
            Add(types, name, ["IPage.Items", "LacksItems"]);
        }
    }

    private static void AddClients(
        SortedDictionary<string, SortedSet<string>> types,
        IEnumerable<OperationNode> operations
    )
    {
        foreach (var operation in operations)
        {
            var names = ((string)operation.Node[Keywords.Operation]!).Split('.');
            List<string> methods = [names[1] + "Async"];
            if ((string?)operation.Node[Keywords.Pager] is { } pager)
            {
                methods.Add(pager + "Async");
            }

            if ((string?)operation.Node[Keywords.Options] is { } options)
            {
                Add(
                    types,
                    options,
                    operation
                        .OwnParameters.Select(parameter => (string?)parameter[Keywords.OptionName])
                        .OfType<string>()
                );
            }

            Add(types, $"I{names[0]}Client", methods);
            Add(types, $"{names[0]}Client", methods, ["_connection", Constructor]);
        }
    }

    private static void AddFacade(
        SortedDictionary<string, SortedSet<string>> types,
        IEnumerable<NamedOperation> operations
    )
    {
        Add(types, "IPinterestClient");
        Add(types, "PinterestClient");
        Add(types, "Operations", ["All"]);
        foreach (var operation in operations)
        {
            var group = operation.Group.ToString();
            Add(types, "IPinterestClient", [group]);
            Add(types, "PinterestClient", [group, $"_{char.ToLowerInvariant(group[0])}{group[1..]}"]);
            Add(types, "Operations", [group]);
            Add(types, $"Operations.{group}", [operation.Method.ToString()]);
        }
    }

    private static void Add(
        SortedDictionary<string, SortedSet<string>> types,
        string type,
        params IEnumerable<string>[] members
    )
    {
        if (!types.TryGetValue(type, out var known))
        {
            types[type] = known = new SortedSet<string>(StringComparer.Ordinal);
        }

        known.UnionWith(members.SelectMany(some => some));
    }
}
