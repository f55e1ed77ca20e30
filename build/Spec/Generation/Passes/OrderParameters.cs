using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Keeps the order of the parameters of a method when the description lists them in another one: a call that passes them
/// by position would compile, and send one as the other. New parameters come last.
/// </summary>
internal sealed class OrderParameters : IPass
{
    public string Name => "parameters kept in order";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var operation in context.Operations())
        {
            var written = operation.OwnParameters.ToList();
            if (written.Count == 0)
            {
                continue;
            }

            var known =
                context.Names.OrderOf(operation.Id) ?? context.Decisions.EarlierOrder.GetValueOrDefault(operation.Id);

            // A parameter of the path and one of the query may have one name; they stay in the order in which they are.
            var places = (known ?? [])
                .Index()
                .DistinctBy(entry => entry.Item)
                .ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
            var ordered = written
                .OrderBy(parameter => places.GetValueOrDefault(WireName(parameter), int.MaxValue))
                .ToList();
            context.Names.GiveOrder(operation.Id, ordered.Select(WireName));
            if (!ordered.SequenceEqual(written))
            {
                operation.Node["parameters"] = new JArray(ordered);
                count++;
            }
        }

        return count;
    }

    private static string WireName(JObject parameter) => parameter["name"].Text() ?? "";
}
