using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>Something in a description for which there is neither a rule nor a decision that fits.</summary>
/// <param name="Place">The file of the decision, or the place in the description.</param>
/// <param name="Problem">What is open, as a sentence.</param>
/// <param name="Remedy">What a person can do, as a sentence.</param>
internal sealed record OpenDecision(string Place, string Problem, string Remedy)
{
    /// <summary>Gets the file that the proposal is for, for example <c>openapi/names.json</c>; null without one.</summary>
    public string? File { get; init; }

    /// <summary>
    /// Gets what would decide it: a line of names.json, or an action of the overlay. Null when only a person can tell.
    /// </summary>
    public JObject? Proposal { get; init; }

    /// <summary>Proposes a line of <c>openapi/names.json</c>.</summary>
    /// <param name="id">What is named.</param>
    /// <param name="name">The C# name.</param>
    public OpenDecision WithName(string id, string name) =>
        this with
        {
            File = "openapi/names.json",
            Proposal = new JObject { [id] = name },
        };

    /// <summary>Proposes an action of <c>openapi/overlay.json</c>.</summary>
    /// <param name="pointer">The place that the action is for.</param>
    /// <param name="change">The keyword of the action: its update, or its removal.</param>
    public OpenDecision WithAction(string pointer, JProperty change) =>
        this with
        {
            File = "openapi/overlay.json",
            Proposal = new JObject
            {
                ["target"] = JsonPath.Of(pointer),
                ["description"] = "Say why.",
                [change.Name] = change.Value,
            },
        };

    /// <summary>Gets the remedy, and the proposal as JSON where there is one.</summary>
    public string RemedyAndProposal => Proposal is null ? Remedy : $"{Remedy} Proposal for {File}: {Json()}";

    /// <summary>Gives the decision in one line, the proposal as JSON behind it.</summary>
    public override string ToString() => $"{Place}: {Problem} {RemedyAndProposal}";

    // A line of names.json or summaries.json is a member of its object, so it has no braces.
    private string Json()
    {
        var json = Proposal!.ToString(Formatting.None);
        return File == "openapi/overlay.json" ? json : json[1..^1];
    }
}
