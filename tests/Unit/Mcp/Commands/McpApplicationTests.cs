using Pinterest.OpenApi.Mcp.Commands;

namespace Pinterest.OpenApi.Unit.Mcp.Commands;

/// <summary>What a person types, and what comes of it.</summary>
public sealed class McpApplicationTests
{
    [Theory]
    [InlineData("", "Which agent?")]
    [InlineData("serve", "Which agent?")]
    [InlineData("--read-only", "Which agent?")]
    [InlineData("serve --http --agent one", "--agent is for stdio")]
    [InlineData("serve --agent one --port 80", "--port is for --http")]
    [InlineData("serve --http --port 70000", "--port must be from 0 to 65535")]
    [InlineData("serve --sandbox https://api.example", "--sandbox: pass an http address on this machine")]
    [InlineData("serve --sandbox --access trial", "--access is for Pinterest")]
    [InlineData("serve --agent one --access full", "--access: 'full' is none of standard, trial")]
    [InlineData("serve --agent one --authority https://login.example.com", "--authority is for --http")]
    [InlineData("serve --http --authority http://login.example.com", "--authority: pass the https address")]
    [InlineData("serve --http --resource https://mcp.example.com/mcp", "--resource is for --authority")]
    [InlineData("serve --http --scope pins", "--scope is for --authority")]
    [InlineData("nothing", "There is no command 'nothing'. Commands: serve")]
    [InlineData("agent list", "There is no command 'agent'. Did you mean 'agents'? Commands: serve")]
    [InlineData("serve --agent one --reed-only", "Did you mean '--read-only'?")]
    public async Task A_mistake_is_named_in_one_line_with_the_help_that_mends_it(string arguments, string expected)
    {
        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.Matches("See 'pinterest-mcp( serve)? --help'", errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve --help")]
    public async Task Help_has_an_example(string arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal(0, code);
        Assert.Empty(errors);
        Assert.Contains("Example: pinterest-mcp serve --agent blog-helper", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var code = await McpApplication.RunAsync(words, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
