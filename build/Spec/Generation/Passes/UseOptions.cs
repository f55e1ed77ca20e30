using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Puts the optional parameters of an operation with many parameters into a record of options, so that a call stays
/// readable and a new parameter changes no signature. Example: AdsClient.ListAsync takes an AdsListOptions. An operation
/// that the lock knows keeps its form, so that one parameter more or less does not change the method.
/// </summary>
internal sealed class UseOptions : IPass
{
    // More than six are not read at a glance. A single optional one is no record.
    private const int MostParameters = 6;
    private const int FewestOptions = 2;
    private const string Bookmark = "bookmark";

    // Members that every record has.
    private static readonly HashSet<string> MembersOfRecords = new(StringComparer.Ordinal)
    {
        "Clone",
        "Equals",
        "EqualityContract",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "PrintMembers",
        "ReferenceEquals",
        "ToString",
    };

    public string Name => "optional parameters grouped";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in context.Operations())
        {
            var id = (string)operation.Node[Keywords.OperationId]!;
            if (!IsGrouped(context, operation.Node, operation.OwnParameters, id))
            {
                continue;
            }

            var names = ((string)operation.Node[Keywords.Operation]!).Split('.');
            var name = context.Names.Give(NameRegistry.Options, id, null, $"{names[0]}{names[1]}Options");
            if (!used.Add(name) || context.Schemas.ContainsKey(name) || ReservedNames.Contains(name))
            {
                context.UndecidedName(
                    new OpenDecision(
                        $"operation {id}",
                        $"Its options would be called {name}, and so is another type.",
                        $"Name the method in openapi/names.json, or set '{Keywords.UsesOptions}' to false in the overlay."
                    )
                );
                continue;
            }

            operation.Node[Keywords.Options] = name;
            foreach (var parameter in operation.OwnParameters.Where(IsOptional))
            {
                parameter[Keywords.OptionName] = PropertyName((string)parameter[Keywords.ParameterName]!);
            }

            count++;
        }

        return count;
    }

    /// <summary>Gives the property of the options that stands for a parameter: pageSize gives PageSize.</summary>
    public static string PropertyName(string parameter)
    {
        var name = char.ToUpperInvariant(parameter[0]) + parameter[1..];
        return MembersOfRecords.Contains(name) ? name + "Value" : name;
    }

    private static bool IsGrouped(
        NormalisationContext context,
        JObject operation,
        IEnumerable<JObject> parameters,
        string id
    )
    {
        var all = parameters.ToList();

        // The pager sets the bookmark of the options.
        var isPaged = operation[Keywords.Pager] is not null;
        if (isPaged && !all.Exists(parameter => IsOptional(parameter) && (string?)parameter["name"] == Bookmark))
        {
            return false;
        }

        if (operation[Keywords.UsesOptions] is JValue { Value: bool decision })
        {
            return decision;
        }

        if (context.Names.Locked(NameRegistry.Options, id) is not null)
        {
            return true;
        }

        var hasBody = operation["requestBody"] is null ? 0 : 1;
        return context.Names.OrderOf(id) is null
            && all.Count + hasBody > MostParameters
            && all.Count(IsOptional) >= FewestOptions;
    }

    private static bool IsOptional(JObject parameter) => !parameter["required"].IsTrue();
}
