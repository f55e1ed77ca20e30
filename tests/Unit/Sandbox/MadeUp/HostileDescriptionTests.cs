using System.Diagnostics;
using System.Text;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.MadeUp;

/// <summary>A description that asks for too much is answered shortly, or refused with a reason.</summary>
public sealed class HostileDescriptionTests
{
    [Theory]
    [InlineData("type: array, minItems: 50000000, items: {type: string}", "more than 100000 values")]
    [InlineData("type: string, minLength: 2000000000", "more than 4194304 characters")]
    [InlineData("type: array, minItems: 900, items: {type: string, minLength: 10000}", "more than 4194304 characters")]
    [InlineData(
        "type: array, minItems: 900, items: {type: array, minItems: 900, items: {type: boolean}}",
        "more than 100000 values"
    )]
    public async Task What_is_too_large_is_a_501(string member, string reason)
    {
        var answer = await AskAsync($"Thing: {{type: object, required: [a], properties: {{a: {{{member}}}}}}}");
        Assert.Equal(501, answer.Status);
        Assert.Contains("cannot generate a response for things/get", answer.Text, StringComparison.Ordinal);
        Assert.Contains(reason, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a{50000000}")]
    [InlineData("((a{1000}){1000}){1000}")]
    [InlineData("(a|b)*a(a|b){25}")]
    [InlineData("(?=a)b")]
    [InlineData("[")]
    [InlineData("((((((((((a+)+)+)+)+)+)+)+)+)+)+$")]
    public async Task A_pattern_that_asks_for_too_much_is_answered_by_the_name(string pattern)
    {
        var answer = await AskAsync(
            $"Thing: {{type: object, required: [a], properties: {{a: {{type: string, pattern: '{pattern}'}}}}}}"
        );

        // A reply that does not have the pattern is a 500 where replies are checked, as they are here.
        Assert.Contains(answer.Status, new[] { 200, 500 });
        Assert.InRange(answer.Text.Length, 1, 20_000);
    }

    [Fact]
    public async Task Schemas_that_double_at_each_level_are_a_501()
    {
        var levels = Enumerable
            .Range(0, 23)
            .Select(level =>
                $"T{level}: {{type: object, required: [a, b], properties: {{a: {{$ref: '#/components/schemas/T{level + 1}'}}, "
                + $"b: {{$ref: '#/components/schemas/T{level + 1}'}}}}}}"
            );
        var answer = await AskAsync(
            "Thing: {$ref: '#/components/schemas/T0'}\n" + string.Join('\n', levels) + "\nT23: {type: string}"
        );
        Assert.Equal(501, answer.Status);
    }

    [Fact]
    public async Task A_circle_ends()
    {
        var answer = await AskAsync(
            "Thing: {type: object, required: [next], properties: {next: {$ref: '#/components/schemas/Thing'}}}"
        );
        Assert.Contains(answer.Status, new[] { 200, 500 });
    }

    // What is bounded takes seconds at most on a busy machine; what is not takes minutes, or all memory.
    private static async Task<SandboxAnswer> AskAsync(string schemas)
    {
        var started = Stopwatch.GetTimestamp();
        var description = SmallDescription.Yaml(schemas) + "\nservers: [{url: 'https://api.example.com/v5'}]\n";
        await using var calls = await SandboxCalls.StartAsync(
            new SandboxOptions { Description = Encoding.UTF8.GetBytes(description) }
        );
        var answer = await calls.GetAsync("/things");
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 20);
        return answer;
    }
}
