using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>Members and values get names that C# can have.</summary>
public sealed class NameMembersTests
{
    [Fact]
    public void A_member_that_would_be_called_as_its_model_or_as_a_method_of_it_is_a_value()
    {
        var names = SmallDescription
            .Normalise(
                "Thing: {type: object, properties: {thing: {type: string}, to_string: {type: string}, own: {type: string}}}"
            )
            .Names;

        Assert.Equal("ThingValue", names.Given("members", "Thing.thing"));
        Assert.Equal("ToStringValue", names.Given("members", "Thing.to_string"));
        Assert.Equal("Own", names.Given("members", "Thing.own"));
    }

    [Fact]
    public void Values_that_differ_in_their_case_or_sign_have_names_of_their_own()
    {
        var normalised = SmallDescription.Normalise("Thing: {type: string, enum: [up, UP, '-1', '1']}");

        Assert.Equal(
            ["Up", "UpUpperCase", "MinusValue1", "Value1"],
            normalised.Schema("Thing")["x-csharp-value-names"]!.Values<string>()
        );
    }

    [Fact]
    public void A_member_called_value_is_a_value_of_a_model_and_only_an_enum_has_one_already()
    {
        var names = SmallDescription
            .Normalise(
                """
                Thing:
                  type: object
                  properties: {value: {type: string}, create: {type: string}, kind: {$ref: "#/components/schemas/Kind"}}
                Kind: {type: string, enum: [value, known]}
                """
            )
            .Names;

        Assert.Equal("Value", names.Given("members", "Thing.value"));
        Assert.Equal("Create", names.Given("members", "Thing.create"));
        Assert.Equal("ValueValue", names.Given("values", "Kind.value"));
        Assert.Equal("KnownValue", names.Given("values", "Kind.known"));
    }

    [Fact]
    public void Figures_of_an_age_are_an_age() =>
        Assert.Equal(
            ["Age18To24", "Age65Plus", "Unknown"],
            SmallDescription
                .Normalise(
                    """
                    Thing: {type: object, properties: {age: {$ref: "#/components/schemas/AgeBucket"}}}
                    AgeBucket: {type: string, enum: ['18-24', '65+', unknown]}
                    """
                )
                .Schema("AgeBucket")["x-csharp-value-names"]!.Values<string>()
        );

    [Fact]
    public void Two_members_of_one_name_are_told_apart_and_a_decision_must_do_so_too()
    {
        const string schemas = "Thing: {type: object, properties: {a_b: {type: string}, aB: {type: string}}}";

        Assert.Equal("AB", SmallDescription.Normalise(schemas).Names.Given("members", "Thing.a_b"));
        Assert.Equal("ABValue", SmallDescription.Normalise(schemas).Names.Given("members", "Thing.aB"));
        Assert.Contains(
            "Two members of Thing would be called AB.",
            Assert
                .Throws<SpecException>(() =>
                    SmallDescription.Normalise(
                        schemas,
                        actions: """
                        [{"target":"$.components.schemas.Thing.properties.aB","description":"why","update":{"x-csharp-name":"AB"}}]
                        """
                    )
                )
                .Message,
            StringComparison.Ordinal
        );
    }
}
