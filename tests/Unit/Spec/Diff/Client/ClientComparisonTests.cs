using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Client;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Diff.Client;

/// <summary>What becomes of code that calls a method with many parameters.</summary>
public sealed class ClientComparisonTests
{
    [Fact]
    public async Task A_new_optional_parameter_in_options_is_an_added_member()
    {
        var result = await CompareAsync(Things(7), Things(8));

        Assert.Equal("minor", result.Client!.SemVer);
        Assert.Equal(["ThingsGetOptions.O7"], result.Client.Added);
        Assert.Empty(result.Client.Changed);
        Assert.Contains("ThingsGetOptions.O7", Assert.Single(result.Findings).ClientMembers);
    }

    [Fact]
    public async Task A_parameter_that_leaves_the_options_is_a_removed_member_and_the_method_stays()
    {
        var result = await CompareAsync(Things(8), Things(2));

        Assert.Equal("major", result.Client!.SemVer);
        Assert.Equal(6, result.Client.Removed.Count);
        Assert.Empty(result.Client.Changed);
        Assert.All(result.Findings, finding => Assert.Single(finding.ClientMembers));
    }

    [Fact]
    public async Task A_new_optional_parameter_of_a_short_method_changes_its_signature()
    {
        var result = await CompareAsync(Things(6), Things(7));

        Assert.Equal("major", result.Client!.SemVer);
        Assert.Contains(
            result.Client.Changed,
            change => change.StartsWith("IThingsClient.GetAsync: ", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("ThingsGetOptions", result.Client.Added);
    }

    [Fact]
    public void Parameters_that_move_into_options_break_the_method() =>
        Assert.Equal(
            "major",
            ClientComparison
                .Compare(
                    new Dictionary<string, string> { ["IThingsClient.GetAsync"] = "Task (string? a = default)" },
                    new Dictionary<string, string>
                    {
                        ["IThingsClient.GetAsync"] = "Task (ThingsGetOptions? options = default)",
                        ["ThingsGetOptions"] = "",
                        ["ThingsGetOptions.A"] = "string?",
                    }
                )
                .SemVer
        );

    [Theory]
    [InlineData("required string", "minor")]
    [InlineData("string?", "minor")]
    public void A_member_of_a_new_type_breaks_nobody(string signature, string step) =>
        Assert.Equal(step, Step(new() { ["New"] = "", ["New.A"] = signature }, []));

    [Theory]
    [InlineData(null, "required string", "major")]
    [InlineData(null, "string?", "minor")]
    [InlineData("string", "required string", "major")]
    [InlineData("required string", "string", "patch")]
    [InlineData("required string", "string?", "major")]
    public void A_member_that_becomes_required_breaks_those_who_make_the_model(
        string? before,
        string after,
        string step
    )
    {
        Dictionary<string, string> old = new() { ["Old"] = "" };
        if (before is not null)
        {
            old["Old.A"] = before;
        }

        Assert.Equal(step, Step(new() { ["Old"] = "", ["Old.A"] = after }, old));
    }

    private static string Step(Dictionary<string, string> after, Dictionary<string, string> before) =>
        ClientComparison.Compare(before, after).SemVer;

    private static Description Things(int optional) =>
        SmallOperation.Read(
            Enumerable.Range(0, optional).Select(i => $"{{name: o{i}, in: query, schema: {{type: string}}}}")
        );

    private static Task<DiffResult> CompareAsync(Description before, Description after) =>
        ClientComparison.AddAsync(
            DescriptionDiff.Compare(before, after),
            new(before, after),
            Repository.Layout,
            CancellationToken.None
        );
}
