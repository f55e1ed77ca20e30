using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Names a second member, of the type DateTimeOffset, for an integer that counts seconds since 1970. Example:
/// CreatedTime is 1700000000, and CreatedTimeUtc is 2023-11-14T22:13:20Z. A decision in the overlay says which integers
/// these are: created_time counts seconds in Campaign, but milliseconds in InviteResponse.
/// </summary>
internal sealed class NameTimes : IPass
{
    public string Name => "times of seconds named";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var (_, schema) in context.Components())
        {
            var members = (schema["properties"] as JObject ?? []).Properties().ToList();
            var names = members.Select(member => (string?)member.Value[Keywords.Name]).ToHashSet();
            foreach (var member in members.Where(member => member.Value[Keywords.Seconds].IsTrue()))
            {
                var name = (string)member.Value[Keywords.Name]! + "Utc";
                if (SchemaFacts.Type((JObject)member.Value) is not "integer" || !names.Add(name))
                {
                    continue;
                }

                member.Value[Keywords.TimeName] = name;
                count++;
            }
        }

        return count;
    }
}
