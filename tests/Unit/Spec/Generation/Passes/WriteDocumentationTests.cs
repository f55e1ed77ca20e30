using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>Texts and limits of the description become documentation comments.</summary>
public sealed class WriteDocumentationTests
{
    [Fact]
    public void Text_of_the_description_reaches_the_documentation_escaped()
    {
        var thing = SmallDescription
            .Normalise(
                "Thing: {type: object, description: \"a < b && `c`\", properties: {a: {type: string, maxLength: 5}}}"
            )
            .Schema("Thing");

        Assert.StartsWith(
            "/// <summary>a &lt; b &amp;&amp; <c>c</c></summary>",
            (string?)thing["x-csharp-documentation"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<value>At most 5 characters.</value>",
            (string?)thing["properties"]!["a"]!["x-csharp-documentation"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Known_values_are_named_and_of_many_only_some()
    {
        var properties = SmallDescription
            .Normalise(
                """
                Thing:
                  type: object
                  properties:
                    few: {type: string, enum: [a, b]}
                    many: {type: array, items: {type: string, enum: [c, d, e, f, g, h, i]}}
                    secret: {type: string, writeOnly: true}
                """
            )
            .Schema("Thing")["properties"]!;

        Assert.Contains(
            "<value>The value is one of <c>a</c>, <c>b</c>, or a value that Pinterest added later.</value>",
            (string?)properties["few"]!["x-csharp-documentation"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<value>Each value is one of 7 known values, for example <c>c</c>, <c>d</c>, <c>e</c>.</value>",
            (string?)properties["many"]!["x-csharp-documentation"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Write-only: Pinterest does not return it.",
            (string?)properties["secret"]!["x-csharp-documentation"],
            StringComparison.Ordinal
        );
    }
}
