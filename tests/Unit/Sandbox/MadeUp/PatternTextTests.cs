using System.Text.RegularExpressions;
using Bogus;
using Pinterest.OpenApi.Sandbox.MadeUp;

namespace Pinterest.OpenApi.Unit.Sandbox.MadeUp;

/// <summary>A text that is made of a pattern has it.</summary>
public sealed class PatternTextTests
{
    [Theory]
    [InlineData(@"^\d+$")]
    [InlineData("^(http|https|ftp|sftp)://")]
    [InlineData(@"^(\d{4})-(\d{2})-(\d{2})$")]
    [InlineData("^(0[0-9]|1[0-9]|2[0-3]):[0-5][0-9]$")]
    [InlineData("^[a-z]{2}(-[A-Z]{2})?$")]
    [InlineData(@"^[^a-z\s]{3,5}?x*$")]
    [InlineData(@"^#?\w+@[\w.\-]+\.[a-z]{2,}$")]
    [InlineData(@"^(?:a|b|)\u0041\x42[\d-]$")]
    [InlineData(@"^\[\]\{\}\\\/$")]
    [InlineData(@"^[\d-x]\D\S\W[\D].$")]
    public void It_is_found_by_the_pattern(string pattern)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var text = PatternText.Make(pattern, new Randomizer(seed));
            Assert.Matches(new Regex(pattern, RegexOptions.ECMAScript), text);
        }
    }

    [Theory]
    [InlineData("a{50000000}")]
    [InlineData("(a{9999}){9999}")]
    [InlineData("(){9999}(){9999}")]
    [InlineData("(?=a)")]
    [InlineData(@"\1")]
    [InlineData(@"\p{L}")]
    [InlineData("a)")]
    [InlineData("(a")]
    [InlineData("[a")]
    [InlineData("[z-a]")]
    [InlineData("*")]
    [InlineData("a{")]
    [InlineData(@"a\")]
    [InlineData("a{2,1}")]
    [InlineData("[]")]
    [InlineData("[^ -~]")]
    public void What_is_too_large_or_not_known_is_refused(string pattern) =>
        Assert.Throws<FormatException>(() => PatternText.Make(pattern, new Randomizer(1)));

    // The approved examples of the sandbox are made by these.
    [Theory]
    [InlineData(@"^(\d{4})-(\d{2})-(\d{2})$", "3084-88-71")]
    [InlineData("^(http|https|ftp|sftp)://", "sftp://")]
    [InlineData("^((AG)|C)?\\d+$", "C6")]
    [InlineData(@"^#?\w+@[\w.\-]+\.[a-z]{2,}.$", "#j0___w@nrj9.ashebdyrbyv")]
    [InlineData(@"^[^a-z\s]{3,5}?x*(?:a|)\u0041\n[\x00-\x1F]$", "M9#Z?xxxxaA\n\0")]
    public void The_same_seed_makes_the_same_text(string pattern, string text) =>
        Assert.Equal(text, PatternText.Make(pattern, new Randomizer(7)));

    [Fact]
    public void Groups_within_groups_have_an_end() =>
        Assert.Throws<FormatException>(() =>
            PatternText.Make(new string('(', 100_000) + new string(')', 100_000), new Randomizer(1))
        );
}
