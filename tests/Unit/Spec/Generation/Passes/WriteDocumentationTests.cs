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
}
