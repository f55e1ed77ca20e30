using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool;

/// <summary>A wrong argument is named, with what there is instead and where to read on.</summary>
public sealed class WrongArgumentsTests
{
    [Theory]
    [InlineData(
        "chek",
        "There is no command 'chek'. Commands: check, pin, diff, releases, operations, contract, sandbox, login.",
        "pinterest-openapi --help"
    )]
    [InlineData(
        "",
        "Which command? Commands: check, pin, diff, releases, operations, contract, sandbox, login.",
        "pinterest-openapi --help"
    )]
    [InlineData(
        "contract verfy",
        "There is no command 'verfy'. Commands: verify.",
        "pinterest-openapi contract --help"
    )]
    [InlineData(
        "contract verify --format html",
        "--format: 'html' is none of text, json, junit, markdown.",
        "pinterest-openapi contract verify --help"
    )]
    [InlineData(
        "diff a b --fail-on sometimes",
        "--fail-on: 'sometimes' is none of breaking, potentially-breaking, breaks-contracts, never.",
        "pinterest-openapi diff --help"
    )]
    [InlineData(
        "sandbox --access gold",
        "--access: 'gold' is none of unlimited, trial, standard.",
        "pinterest-openapi sandbox --help"
    )]
    [InlineData(
        "login --app-id 1 --store tokens --timeout 0",
        "--timeout must be more than 0 seconds.",
        "pinterest-openapi login --help"
    )]
    public async Task One_line_names_it_and_one_says_where_to_read(string arguments, string message, string help)
    {
        var (code, output, errors) = await ToolRun.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, "", $"{message}\nSee '{help}'.\n"), (code, output, errors.ReplaceLineEndings("\n")));
    }
}
