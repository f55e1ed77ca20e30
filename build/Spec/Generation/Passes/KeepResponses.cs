using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>
/// Keeps one success and the errors that differ from the default one. Every 2xx is a success at run time.
/// </summary>
internal sealed class KeepResponses : IPass
{
    public string Name => "repeated responses dropped";

    public int Run(NormalisationContext context)
    {
        var count = 0;
        foreach (var operation in context.Operations())
        {
            var responses = (JObject)operation.Node["responses"]!;
            var success = responses.Properties().Where(response => response.Name.StartsWith('2')).ToList();
            count += KeepOneSuccess(context, operation, responses, success) + DropRepeatedErrors(responses);
        }

        return count;
    }

    private static int KeepOneSuccess(
        NormalisationContext context,
        OperationNode operation,
        JObject responses,
        List<JProperty> success
    )
    {
        var kept = success.FirstOrDefault(response => Schema(response) is not null) ?? success.FirstOrDefault();
        if (kept is null)
        {
            // A description without a success would give a method without a result; 3xx and default alone are not
            // ours to guess.
            var added = new JObject { ["description"] = "Response." };
            context.Undecided(
                new OpenDecision(
                    $"operation {operation.Id}",
                    "No 2xx response is described.",
                    "Add one in an action of the overlay."
                ).WithAction(
                    JsonPointer.Of(responses),
                    new JProperty("update", new JObject { ["200"] = added.DeepClone() })
                )
            );
            responses["200"] = added;
            return 0;
        }

        foreach (var other in success.Where(response => response != kept))
        {
            if (Schema(other) is { } schema && SchemaFacts.Signature(schema) != SchemaFacts.Signature(Schema(kept)!))
            {
                context.Undecided(
                    new OpenDecision(
                        $"operation {operation.Id}",
                        $"The responses {kept.Name} and {other.Name} have different schemas.",
                        "Remove one in an action of the overlay, or give both the same schema."
                    ).WithAction(JsonPointer.Of(other.Value), new JProperty("remove", true))
                );
            }

            other.Remove();
        }

        if (kept.Name != "200")
        {
            kept.Replace(new JProperty("200", kept.Value));
        }

        return success.Count - 1;
    }

    private static int DropRepeatedErrors(JObject responses)
    {
        var count = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var error in responses
                .Properties()
                .Where(response => response.Name != "200")
                .OrderByDescending(response => response.Name, StringComparer.Ordinal)
                .ToList()
        )
        {
            if (seen.Add(Schema(error) is { } schema ? SchemaFacts.Signature(schema) : ""))
            {
                continue;
            }

            error.Remove();
            count++;
        }

        return count;
    }

    private static JObject? Schema(JProperty response) =>
        ((response.Value["content"] as JObject)?.PropertyValues().FirstOrDefault() as JObject)?["schema"] as JObject;
}
