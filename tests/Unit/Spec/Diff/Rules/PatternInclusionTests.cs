using System.Diagnostics;
using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>Which of two patterns allows more, and where that is not decided rather than guessed.</summary>
public sealed class PatternInclusionTests
{
    public static TheoryData<string, string, string> Patterns =>
        new()
        {
            // patterns that are no limit
            { "", ".*", "same" },
            { "^.*$", "^.*", "same" },
            { ".*$", "^", "same" },
            { "$", "", "same" },
            { ".*", "^a$", "narrower" },
            { "^a$", "^.*$", "wider" },
            // anchors
            { "^a$", "^a", "wider" },
            { "^a$", "a$", "wider" },
            { "^a", "a", "wider" },
            { "a$", "a", "wider" },
            { "^a", "a$", "other" },
            { "^a\\$", "^a\\$b", "narrower" },
            { "a\\$", "a", "wider" },
            { "^a$b", "^a$c", "other" },
            { "b^a", "c^a", "other" },
            { "^[^a]$", "^[^ab]$", "narrower" },
            { "^a\\^$", "^[a]\\^$", "same" },
            // an empty part, counted within counts: no state bounds how often it is added
            { "^((((){999}){999}){999}){999}$", "^x$", "other" },
            { "^(()(){0,9}){0,9}a$", "^a$", "same" },
            { "^(a?){0,9}$", "^a{0,9}$", "same" },
            { "^(a?b){0,2}$", "^(b|ab|bb|abb|bab|abab)?$", "same" },
            // a choice beside an anchor
            { "^a|b$", "^a|c$", "other" },
            { "^a|b", "^a|c", "other" },
            { "a|b$", "a|c$", "other" },
            { "a|b", "a|b|c", "wider" },
            { "^(a|b)$", "^(a|b|c)$", "wider" },
            { "^[a|]$", "^[a|b]$", "wider" },
            { "^(a)(b|c)$", "^(a)b$", "narrower" },
            { "^a\\|b$", "^[a]\\|b$", "same" },
            { "^[(]a$", "^[(]a|b$", "other" },
            { "^[)]a|b$", "^[)]c|d$", "other" },
            { "^(a\\)|b)$", "^(a\\)|b|c)$", "wider" },
            { "^[a\\]|]$", "^[a\\]|b]$", "wider" },
            // classes
            { "^\\d$", "^[0-9]$", "same" },
            { "^\\d$", "^\\w$", "wider" },
            { "^[\\d]$", "^[\\d_]$", "wider" },
            { "^[\\w]$", "^\\w$", "same" },
            { "^\\s$", "^[ \\t\\n\\r\\f\\v]$", "other" },
            { "^\\n$", "^\\s$", "wider" },
            { "^\\t$", "^\\s$", "wider" },
            { "^\\r$", "^\\s$", "wider" },
            { "^\\D$", "^\\D\\d$", "other" },
            { "^\\W$", "^\\W\\d$", "other" },
            { "^\\S$", "^\\S\\d$", "other" },
            { "^\\a$", "^\\a\\d$", "other" },
            { "^[\\D]$", "^[\\D\\d]$", "other" },
            { "^[\\d-x]$", "^[-x0-9]$", "same" },
            { "^[^]$", "^a$", "other" },
            { "^\\[^a$", "^\\[^b$", "other" },
            { "^\\.$", "^.$", "wider" },
            { "^[a]b]$", "^ab]$", "same" },
            { "^\"$", "^[\"]$", "same" },
            // counts, as far as they stay small
            { "^a{2}$", "^aa$", "same" },
            { "^a{1,2}$", "^a{1,3}$", "wider" },
            { "^a{2,}$", "^a{3,}$", "narrower" },
            { "^\\d{1,20}$", "^\\d{1,30}$", "wider" },
            { "^a{1,1024}$", "^a{1,1023}$", "other" },
            { "^a{1,999}$", "^a{1,998}$", "narrower" },
            { "^(a{32}){32}$", "^(a{32}){31}$", "other" },
            { "^(a{33}){32}$", "^(a{33}){31}$", "other" },
            { "^a{1000}$", "^a{1000}b?$", "other" },
            { "^a{2,1}$", "^b$", "other" },
            { "^a{9}b*$", "^a{9}b+$", "narrower" },
            { "^a{8}b*$", "^a{8}b+$", "narrower" },
            { "^*a{9}$", "^*a{10}$", "other" },
            // what automata do not know
            { "^a(?=b)$", "^a(?=c)$", "other" },
            { "^a+?$", "^b+?$", "other" },
            { "^(a)\\1$", "^(b)\\1$", "other" },
            { "^[a$", "^[b$", "other" },
            { "^(a$", "^(b$", "other" },
            { "^a\\", "^b\\", "other" },
            { "^a{120}$", "^a{119}$", "other" },
            { new string('a', 120), new string('a', 119), "wider" },
            { new string('a', 121), new string('a', 120), "wider" },
            // what takes more work than is done
            { "^x$", $"a{new string('.', 14)}$", "other" },
            { "^x$", $"a{new string('.', 100)}$", "other" },
            { "^(a|b)*a(a|b){20}$", "^(a|b)*b(a|b){20}$", "other" },
            { "^a{999}{999}$", "^a$", "other" },
            { $"^{new string('(', 200)}a{new string(')', 200)}$", "^a$", "other" },
        };

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Tells_which_pattern_allows_more(string basePattern, string revisionPattern, string expected)
    {
        var back = expected switch
        {
            "wider" => "narrower",
            "narrower" => "wider",
            _ => expected,
        };
        Assert.Equal((expected, back), (Compare(basePattern, revisionPattern), Compare(revisionPattern, basePattern)));
    }

    // Each of these was a matter of minutes or of gigabytes when an automaton was built first.
    [Theory]
    [InlineData("^x$", "a................$")]
    [InlineData("(a|b)*a(a|b){20}$", "(a|b)*b(a|b){20}$")]
    [InlineData("(a|b)*a(a|b){200}", "(b|a)*a(b|a){201}")]
    [InlineData("(((a*)*)*)*$", "((((a|b)*)*)*)*c$")]
    [InlineData("^(a{1,30}b?){1,30}$", "^(b{1,30}a?){1,30}$")]
    [InlineData("(.*a.*b.*c.*d.*e.*f.*g){9}", "(.*g.*f.*e.*d.*c.*b.*a){9}")]
    public void A_comparison_does_no_more_work_than_its_budget(string basePattern, string revisionPattern)
    {
        var budget = new WorkBudget(PatternInclusion.MaxWork);
        PatternInclusion.Compare(basePattern, revisionPattern, budget);

        // One more step of the search may look at each state once.
        Assert.InRange(budget.Spent, 0, PatternInclusion.MaxWork + (10L * PatternAutomaton.MaxStates));
    }

    // What 1,000 characters can ask for. Some of these took minutes, as the budget counts the search alone.
    public static TheoryData<string, string> Costly
    {
        get
        {
            var empty = string.Concat(Enumerable.Repeat("()", 450));
            var letters = string.Concat(Enumerable.Range(0, 480).Select(i => (char)(0x100 + (2 * i))));
            var optional = string.Concat(Enumerable.Repeat("a?", 450));
            return new()
            {
                { "^(((){0,999}){0,999}){0,999}$", "^x" },
                { "^((((){0,999}){0,999}){0,999}){999}$", "x$" },
                { "(^*){999}", "(x^*){999}" },
                { $"^(({empty}){{0,999}}){{999}}$", "^x" },
                { $"^((({empty}){{0,999}}){{0,999}}){{0,999}}$", "^x" },
                { "^((a?){999}){999}$", "^((a?){999}){2}$" },
                { "^((a?){999}){2}$", "^((a?){998}){2}$" },
                { "^((a*){600}){2}$", "^((a*){601}){2}$" },
                { $"^({optional}){{4}}$", $"^({optional}){{3}}$" },
                { $"({optional}){{4}}", $"({optional}){{3}}" },
                { $"^([{letters}]{{999}}){{4}}$", $"^([{letters}]{{998}}){{4}}$" },
                { $"([{letters}]{{0,999}}){{4}}", $"([{letters}]{{0,998}}){{4}}" },
                { $"^([{letters}]{{0,999}}){{4}}$", $"^([^{letters}]{{0,999}}){{4}}$" },
                { "^a?", $"^([{letters}]{{0,999}}){{4}}$" },
                { "a?", $"^(([{letters}]?){{999}}){{2}}$" },
                { new string('[', 1000), new string('[', 999) + "]" },
                { $"{string.Concat(Enumerable.Repeat("[^[", 300))}]", "^x" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Costly))]
    public void A_thousand_characters_are_compared_shortly(string basePattern, string revisionPattern)
    {
        var watch = Stopwatch.StartNew();

        PatternInclusion.Compare(basePattern, revisionPattern);
        PatternInclusion.Compare(revisionPattern, basePattern);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Without_a_budget_nothing_is_told() =>
        Assert.Equal(PatternChange.Other, PatternInclusion.Compare("^a$", "^[ab]$", new WorkBudget(1)));

    private static string Compare(string basePattern, string revisionPattern)
    {
        var findings = DescriptionDiff.Compare(Read(basePattern), Read(revisionPattern)).Findings;
        return string.Join("; ", findings.Select(finding => finding.Rule.Id)) switch
        {
            "" => "same",
            "pattern-narrowed" => "narrower",
            "pattern-widened" => "wider",
            "pattern-changed" => "other",
            var rule => rule,
        };
    }

    private static Description Read(string pattern)
    {
        var schema = new JObject { ["type"] = "string", ["pattern"] = pattern };
        return DescriptionReader.ReadForComparison(
            Encoding.UTF8.GetBytes(
                """{"openapi":"3.0.3","paths":{"/a":{"get":{"responses":{"200":{"content":{"application/json":{"schema": """
                    + schema
                    + "}}}}}}}}"
            ),
            "small.json"
        );
    }
}
