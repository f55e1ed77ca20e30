using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>
/// A place that leads to different schemas on the two sides, so that the differences behind it are changes of this
/// place. Example: Pin.board is $ref Board in the base and $ref BoardSummary in the revision. BoardSummary.name is an
/// integer, Board.name a string. Neither component changed; the type of Pin.board.name did.
/// </summary>
internal sealed class SwitchedReference(Sides<WaysBehind> ways)
{
    /// <summary>Gets the place in the base.</summary>
    public JToken Base => ways.Base.Reference;

    /// <summary>Gets the place in the revision.</summary>
    public JToken Revision => ways.Revision.Reference;

    /// <summary>Notes what places behind the references, or the references themselves, lead to.</summary>
    /// <param name="written">The places.</param>
    /// <param name="schemas">The schemas that are meant there.</param>
    public void NoteWay(Sides<JToken> written, Sides<EffectiveSchema> schemas)
    {
        ways.Base.Note(written.Base, schemas.Base);
        ways.Revision.Note(written.Revision, schemas.Revision);
    }

    /// <summary>Names a place behind the reference of its side.</summary>
    public string NameOf(JToken place) =>
        (ReferenceEquals(place.Root, Base.Root) ? ways.Base : ways.Revision).NameOf(place);
}
