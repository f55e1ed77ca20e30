using Pinterest.OpenApi.Tool;

namespace Pinterest.OpenApi.Unit.Tool;

/// <summary>A mistyped word leads to the nearest known one, and a foreign word to none.</summary>
public sealed class SuggestionTests
{
    [Theory]
    [InlineData("check", "check", 0)]
    [InlineData("chek", "check", 1)]
    [InlineData("dfif", "diff", 1)]
    [InlineData("--formt", "--format", 1)]
    [InlineData("", "pin", 3)]
    public void Letters_that_differ_are_counted_and_two_that_were_swapped_count_once(
        string from,
        string to,
        int count
    ) => Assert.Equal(count, Suggestion.Distance(from, to));

    [Theory]
    [InlineData("--formt", " Did you mean '--format'?")]
    [InlineData("--ouput", " Did you mean '--output'?")]
    [InlineData("--xyzzyx", "")]
    [InlineData("", "")]
    public void Only_what_is_near_is_suggested(string word, string expected) =>
        Assert.Equal(expected, Suggestion.Of(word, ["--output", "--format", "--fail-on"]));
}
