using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A model has the name of its schema, as C# writes it.</summary>
public sealed class RenameComponentsTests
{
    [Fact]
    public void A_name_that_every_file_knows_needs_a_decision()
    {
        var error = Assert.Throws<SpecException>(() =>
            SmallDescription.Normalise(
                "Thing: {type: object, properties: {e: {$ref: \"#/components/schemas/Exception\"}}}\n"
                    + "Exception: {type: object, properties: {a: {type: string}}}"
            )
        );

        Assert.Contains("A model called Exception would clash", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_readable_name_is_given_unless_another_schema_has_it()
    {
        var types = SmallDescription
            .Normalise(
                """
                Thing:
                  type: object
                  properties:
                    a: {$ref: "#/components/schemas/PartSchema"}
                    b: {$ref: "#/components/schemas/LogLogLevel"}
                    c: {$ref: "#/components/schemas/LogLevel"}
                    d: {$ref: "#/components/schemas/ConsoleSchema"}
                PartSchema: {type: object, properties: {a: {type: string}}}
                LogLogLevel: {type: object, properties: {b: {type: string}}}
                LogLevel: {type: object, properties: {c: {type: string}}}
                ConsoleSchema: {type: object, properties: {d: {type: string}}}
                """
            )
            .ComponentTypes;

        Assert.Equal("Part", types["PartSchema"]);
        Assert.Equal(("LogLogLevel", "LogLevel"), (types["LogLogLevel"], types["LogLevel"]));
        Assert.Equal("ConsoleSchema", types["ConsoleSchema"]);
    }
}
