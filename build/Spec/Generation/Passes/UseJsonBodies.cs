using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Gives every body one content type, so that a form becomes one typed argument too. The metadata of an operation
/// says how its body is sent.
/// </summary>
internal sealed class UseJsonBodies : IPass
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    public string Name => "form bodies typed";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var operation in context.Operations())
        {
            if (operation.Node["requestBody"]?["content"] is not JObject content)
            {
                continue;
            }

            var kept =
                content.Properties().FirstOrDefault(entry => entry.Name == Json)
                ?? content.Properties().FirstOrDefault(entry => entry.Name == Form)
                ?? Undecided(context, operation, content);
            if (kept.Name != Json)
            {
                count++;
            }

            content.Replace(new JObject(new JProperty(Json, kept.Value)));
        }

        return count;
    }

    // The client can send any JSON instead, which at least compiles.
    private static JProperty Undecided(NormalisationContext context, OperationNode operation, JObject content)
    {
        var json = new JObject { ["schema"] = new JObject() };
        context.Undecided(
            new OpenDecision(
                $"operation {operation.Id}",
                $"The body has none of the content types {Json} and {Form}.",
                "Decide in an action of the overlay."
            ).WithAction(JsonPointer.Of(content), new JProperty("update", new JObject { [Json] = json.DeepClone() }))
        );
        return new JProperty(Json, json);
    }
}
