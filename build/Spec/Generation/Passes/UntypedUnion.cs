using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Generation.Passes;

/// <summary>What becomes of a union that no rule can type: any JSON, and a decision for somebody to make.</summary>
internal static class UntypedUnion
{
    private static readonly string[] Forms = ["oneOf", "anyOf"];

    /// <summary>Takes the forms of a union away, and proposes to decide so.</summary>
    /// <param name="context">The document.</param>
    /// <param name="schema">The union.</param>
    /// <param name="what">Why it cannot be typed, as a sentence.</param>
    public static void Make(NormalisationContext context, JObject schema, string what)
    {
        var place = NormalisationContext.PlaceOf(schema);
        var open = NormalisationContext.About(schema, what, "Decide in an action of the overlay.");
        var forms = Forms.FirstOrDefault(keyword => schema[keyword] is not null);
        context.Undecided(forms is null ? open : open.WithAction($"{place}/{forms}", new JProperty("remove", true)));
        foreach (var keyword in Forms.Append("discriminator"))
        {
            schema.Remove(keyword);
        }
    }
}
