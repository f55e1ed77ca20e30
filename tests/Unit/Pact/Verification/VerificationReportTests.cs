using System.Text.Json;
using Pinterest.OpenApi.PactCore;

namespace Pinterest.OpenApi.Unit.Pact.Verification;

/// <summary>What the Pact core's JSON is read as, for what no provider of the tests brings about too.</summary>
public sealed class VerificationReportTests
{
    [Theory]
    [InlineData("StatusMismatch", "status")]
    [InlineData("MethodMismatch", "method")]
    [InlineData("PathMismatch", "path")]
    [InlineData("HeaderMismatch", "header X-A")]
    [InlineData("QueryMismatch", "query q")]
    [InlineData("BodyTypeMismatch", "body")]
    [InlineData("BodyMismatch", "body $.a")]
    [InlineData("MetadataMismatch", "MetadataMismatch")]
    public void A_mismatch_names_its_place(string type, string place)
    {
        using var node = JsonDocument.Parse(
            $$"""{"type":"{{type}}","key":"X-A","parameter":"q","path":"$.a","expected":7,"actual":null,"mismatch":"is another"}"""
        );
        Assert.Equal(new Mismatch(place, "7", "", "is another"), Mismatch.Read(node.RootElement));
        Assert.Equal($"{place}: is another", Mismatch.Read(node.RootElement).ToString());
    }

    [Theory]
    [InlineData(0, "[]", "[]", "Nothing was verified.")]
    [InlineData(1, "[]", "[]", "The verifier stopped with code 1. the output")]
    [InlineData(1, "[GOOD]", "[]", "The verifier stopped with code 1. the output")]
    [InlineData(1, "[PENDING]", "[]", "The verifier stopped with code 1. the output")]
    [InlineData(1, "[BAD]", "[]", null)]
    [InlineData(0, "[GOOD]", "[]", null)]
    [InlineData(1, "[BAD]", """[{"interaction":"x","mismatch":{"type":"error","message":"refused"}}]""", null)]
    [InlineData(
        1,
        "[]",
        """[{"interaction":"x","mismatch":{"type":"error","message":"no such file"}}]""",
        "no such file"
    )]
    [InlineData(1, "[]", """[{"interaction":"the whole file","mismatch":{"type":"error"}}]""", "the whole file")]
    public void What_stood_in_the_way_is_a_problem(int code, string results, string errors, string? problem)
    {
        results = results
            .Replace("GOOD", Interaction("OK", "false", "null"), StringComparison.Ordinal)
            .Replace(
                "PENDING",
                Interaction("Error", "true", """{"type":"error","message":"refused"}"""),
                StringComparison.Ordinal
            )
            .Replace(
                "BAD",
                Interaction("Error", "false", """{"type":"error","message":"refused"}"""),
                StringComparison.Ordinal
            );

        var result = VerificationReport.Read(
            code,
            $$"""{"interactionResults":{{results}},"errors":{{errors}}}""",
            " the output\n",
            ""
        );

        if (problem is null)
        {
            Assert.Empty(result.Problems);
        }
        else
        {
            Assert.StartsWith(problem, Assert.Single(result.Problems), StringComparison.Ordinal);
        }

        Assert.Equal(code == 0 && problem is null, result.Success);
    }

    private static string Interaction(string result, string pending, string mismatch) =>
        $$"""{"consumer":"app","description":"x","providerStates":["a board exists",null],"result":"{{result}}","""
        + $"\"pending\":{pending}{(mismatch == "null" ? "" : $",\"mismatch\":{mismatch}")}}}";
}
