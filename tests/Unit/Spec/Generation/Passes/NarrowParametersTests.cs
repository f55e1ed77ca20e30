using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A count is an int where the description says that it cannot be more.</summary>
public sealed class NarrowParametersTests
{
    [Theory]
    [InlineData("{type: integer, minimum: 1, maximum: 250}", "integer int32")]
    [InlineData("{type: integer, minimum: -2147483648, maximum: 2147483647}", "integer int32")]
    [InlineData("{type: integer, minimum: 1, maximum: 2147483648}", "integer int64")]
    [InlineData("{type: integer, minimum: 0}", "integer int64")]
    [InlineData("{type: integer, maximum: 250}", "integer int64")]
    [InlineData("{type: integer}", "integer int64")]
    [InlineData("{type: integer, enum: [1, 7]}", "integer int32")]
    [InlineData("{type: integer, enum: [1, 9999999999]}", "integer int64")]
    [InlineData("{type: number, enum: [1, 7, 30]}", "integer int32")]
    [InlineData("{type: number, enum: [1, 7.5]}", "number ")]
    [InlineData("{type: number, minimum: 1, maximum: 9}", "number ")]
    public void A_parameter_has_32_bits_when_its_limits_fit(string schema, string expected)
    {
        var parameter = SmallOperation
            .Read(
                [$"{{name: a, in: query, schema: {schema}}}"],
                "Thing: {type: object, properties: {count: {$ref: '#/components/schemas/Count'}}}\n"
                    + "Count: {type: integer, minimum: 1, maximum: 5}"
            )
            .Normalise()
            .Root["paths"]!["/things"]!["get"]!["parameters"]![0]!["schema"]!;

        Assert.Equal(expected, $"{parameter["type"]} {parameter["format"]}");
    }

    [Fact]
    public void A_schema_that_a_model_may_share_stays_64_bits_wide() =>
        Assert.DoesNotContain(
            "int32",
            SmallOperation
                .Read(
                    ["{name: a, in: query, schema: {$ref: '#/components/schemas/Count'}}"],
                    "Thing: {type: object, properties: {count: {$ref: '#/components/schemas/Count'}}}\n"
                        + "Count: {type: integer, minimum: 1, maximum: 5}"
                )
                .Normalise()
                .Root.ToString(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_member_of_a_model_stays_64_bits_wide() =>
        Assert.Equal(
            "int64",
            (string?)
                SmallDescription
                    .Normalise("Thing: {type: object, properties: {a: {type: integer, minimum: 1, maximum: 5}}}")
                    .Schema("Thing")["properties"]!["a"]!["format"]
        );
}
