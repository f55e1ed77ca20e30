using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A decision needs a place in the description.</summary>
public sealed class ApplyDecisionsTests
{
    [Fact]
    public void A_decision_on_nothing_is_stale()
    {
        var error = Assert.Throws<SpecException>(() =>
            SmallDescription.Normalise(
                "Thing: {type: object}",
                actions: """[{"target":"$.components.schemas.Gone","update":{"x-csharp-name":"X"}}]"""
            )
        );

        Assert.Equal(
            "overlay.json:1:31 #/actions/0: The target $.components.schemas.Gone matches nothing in the description. "
                + "Remove the action, correct its target, or keep it for older releases with 'x-until'.",
            error.Message
        );
    }
}
