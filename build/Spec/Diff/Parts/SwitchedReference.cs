using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>
/// A place that leads to different schemas on the two sides, so that the differences behind it are changes of this
/// place. Example: Pin.board is $ref Board in the base and $ref BoardSummary in the revision. BoardSummary.name is an
/// integer, Board.name a string. Neither component changed; the type of Pin.board.name did.
/// </summary>
internal sealed class SwitchedReference(JToken baseReference, JToken revisionReference)
{
    /// <summary>Gets the place in the base.</summary>
    public JToken Base { get; } = baseReference;

    /// <summary>Gets the place in the revision.</summary>
    public JToken Revision { get; } = revisionReference;
}
