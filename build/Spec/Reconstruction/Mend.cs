using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Reconstruction;

/// <summary>One fact that a copy has lost, put back by one or more actions of the reconstruction overlay.</summary>
/// <param name="Id">The name that the actions share, for example <c>audience-percentage</c>.</param>
/// <param name="Actions">The actions of the overlay, in their order.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Evidence">What the fact is taken from.</param>
internal sealed record Mend(
    string Id,
    IReadOnlyList<JObject> Actions,
    string Reason,
    IReadOnlyList<MendEvidence> Evidence
);
