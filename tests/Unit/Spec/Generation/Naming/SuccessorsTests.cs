using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Naming;

/// <summary>A schema that was renamed is recognised by what it has.</summary>
public sealed class SuccessorsTests
{
    [Theory]
    [InlineData(
        "AdResponse: {type: object, properties: {id: {type: string}, name: {type: string}}}",
        "Ad: {type: object, properties: {id: {type: string}, name: {type: string}}}",
        "AdResponse",
        "Ad"
    )]
    [InlineData(
        "AdStatus: {type: string, enum: [A, B]}",
        "StatusOfAd: {type: string, enum: [A, B]}",
        "AdStatus",
        "StatusOfAd"
    )]
    [InlineData(
        "AdResponse: {type: object, properties: {id: {type: string}, name: {type: string}}}",
        "Ad: {allOf: [{type: object, properties: {id: {type: string}}}, {type: object, properties: {name: {type: string}}}]}",
        "AdResponse",
        "Ad"
    )]
    [InlineData("AdId: {type: string}", "AdKey: {type: string}", "AdId", null)]
    [InlineData(
        "Ad: {type: object, properties: {id: {type: string}, name: {type: string}}}",
        "Board: {type: object, properties: {id: {type: string}, name: {type: string}}}",
        "Ad",
        null
    )]
    [InlineData(
        "AdA: {type: object, properties: {a: {type: string}, b: {type: string}}}",
        "AdB: {type: object, properties: {c: {type: string}, d: {type: string}}}",
        "AdA",
        null
    )]
    public void A_schema_with_the_same_members_and_a_like_name_is_the_successor(
        string older,
        string newer,
        string name,
        string? expected
    ) => Assert.Equal(expected, Find(older, newer).Schemas.GetValueOrDefault(name));

    [Fact]
    public void One_schema_is_the_successor_of_one()
    {
        var successors = Find(
            """
            AdOne: {type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}}}
            AdTwo: {type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}}}
            """,
            "AdTwoNew: {type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}}}"
        );

        Assert.Equal("AdTwo", Assert.Single(successors.Schemas).Key);
    }

    [Fact]
    public void An_inline_type_that_became_a_schema_gives_it_its_name()
    {
        var older = SmallDescription
            .Read("Thing: {type: object}\nLog: {type: object, properties: {method: {type: string, enum: [GET, PUT]}}}")
            .Root;
        var newer = SmallDescription
            .Read(
                """
                Thing: {type: object}
                Log: {type: object, properties: {method: {$ref: "#/components/schemas/HttpMethod"}}}
                HttpMethod: {type: string, enum: [GET, PUT]}
                """
            )
            .Root;

        var found = Successors
            .Find(older, newer)
            .OfInlineTypes(older, newer, [new("#/components/schemas/Log/properties/method", "LogMethod")]);

        Assert.Equal("LogMethod", found["HttpMethod"]);
    }

    [Fact]
    public void A_shared_parameter_is_recognised_by_its_place_and_name()
    {
        var successors = Successors.Find(Parameters("old_key"), Parameters("new_key"));

        Assert.Equal("new_key", successors.Parameters["old_key"]);
    }

    [Fact]
    public void Schemas_that_lead_to_each_other_in_many_ways_are_read_within_a_bound()
    {
        var chain = string.Join(
            '\n',
            Enumerable
                .Range(0, 60)
                .Select(i =>
                    $"A{i}: {{oneOf: [{{$ref: '#/components/schemas/A{i + 1}'}}, {{$ref: '#/components/schemas/A{i + 1}'}}]}}"
                )
                .Append("A60: {type: object, properties: {a: {type: string}}}")
        );

        var features = SchemaFeatures.Of(Read(chain), (JObject)Read(chain).SelectToken("components.schemas.A0")!);

        Assert.InRange(features.Count, 1, 10);
    }

    private static JObject Parameters(string key) =>
        new()
        {
            ["components"] = new JObject
            {
                ["parameters"] = new JObject
                {
                    [key] = new JObject { ["in"] = "query", ["name"] = "bookmark" },
                },
            },
        };

    private static JObject Read(string schemas) => SmallDescription.Read(schemas + "\nThing: {type: object}").Root;

    private static Successors Find(string older, string newer) => Successors.Find(Read(older), Read(newer));
}
