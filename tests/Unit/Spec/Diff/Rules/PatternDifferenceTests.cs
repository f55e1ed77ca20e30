using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>Three rules ask about the patterns of a pair, which are compared once.</summary>
public sealed class PatternDifferenceTests
{
    private readonly SchemaModel _model = new(new JObject { ["openapi"] = "3.0.3" });

    [Fact]
    public void A_pair_is_compared_once()
    {
        var schemas = new Sides<EffectiveSchema>(Schema("^a$"), Schema("^[ab]$"));

        var difference = PatternDifference.Of(schemas);

        Assert.Equal(PatternChange.Wider, difference!.Kind);
        Assert.Same(difference, PatternDifference.Of(schemas));
    }

    [Fact]
    public void A_schema_may_be_compared_with_several()
    {
        var schema = Schema("^a$");

        Assert.Equal(PatternChange.Wider, PatternDifference.Of(new(schema, Schema("^[ab]$")))!.Kind);
        Assert.Equal(PatternChange.Other, PatternDifference.Of(new(schema, Schema("^b$")))!.Kind);
        Assert.Null(PatternDifference.Of(new(schema, Schema("^a$"))));
    }

    private EffectiveSchema Schema(string pattern) =>
        _model.Of(new JObject { ["type"] = "string", ["pattern"] = pattern });
}
