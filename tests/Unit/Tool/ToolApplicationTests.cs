using System.Reflection;
using System.Runtime.Loader;
using Pinterest.OpenApi.Tool;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool;

/// <summary>A wrong argument is named, help is there, and a command loads only what it needs.</summary>
public sealed class ToolApplicationTests
{
    [Theory]
    [InlineData(
        "chek",
        "There is no command 'chek'. Did you mean 'check'? Commands: check, pin, diff, releases, operations, contract, sandbox, login.",
        "pinterest-openapi --help"
    )]
    [InlineData(
        "",
        "Which command? Commands: check, pin, diff, releases, operations, contract, sandbox, login.",
        "pinterest-openapi --help"
    )]
    [InlineData(
        "contract verfy",
        "There is no command 'verfy'. Did you mean 'verify'? Commands: verify, can-i-deploy.",
        "pinterest-openapi contract --help"
    )]
    [InlineData(
        "releases --formt json",
        "There is no option '--formt'. Did you mean '--format'?",
        "pinterest-openapi releases --help"
    )]
    [InlineData(
        "diff a b --ouput=x",
        "There is no option '--ouput'. Did you mean '--output'?",
        "pinterest-openapi diff --help"
    )]
    [InlineData(
        "diff --formt json 5.22.0 5.23.0",
        "There is no option '--formt'. Did you mean '--format'?",
        "pinterest-openapi diff --help"
    )]
    [InlineData("operations --xyzzyx", "There is no option '--xyzzyx'.", "pinterest-openapi operations --help")]
    [InlineData(
        "diff a b --color blue",
        "--color: 'blue' is none of auto, always, never.",
        "pinterest-openapi diff --help"
    )]
    [InlineData(
        "contract verify --format sarif",
        "--format: 'sarif' is none of text, json, junit, markdown, html.",
        "pinterest-openapi contract verify --help"
    )]
    [InlineData(
        "diff a b --fail-on sometimes",
        "--fail-on: 'sometimes' is none of breaking, potentially-breaking, breaks-contracts, never.",
        "pinterest-openapi diff --help"
    )]
    [InlineData(
        "diff a b --also sarif",
        "--also: 'sarif' is not FORMAT=FILE. The formats are text, markdown, json, sarif, junit, github, html.",
        "pinterest-openapi diff --help"
    )]
    [InlineData(
        "diff a b --also json=a.json --also pdf=a.pdf",
        "--also: 'pdf=a.pdf' is not FORMAT=FILE. The formats are text, markdown, json, sarif, junit, github, html.",
        "pinterest-openapi diff --help"
    )]
    [InlineData(
        "sandbox --access gold",
        "--access: 'gold' is none of unlimited, trial, standard.",
        "pinterest-openapi sandbox --help"
    )]
    [InlineData(
        "login --app-id 1 --store tokens --timeout 0",
        "--timeout must be from 1 to 86400 seconds.",
        "pinterest-openapi login --help"
    )]
    [InlineData(
        "login --app-id 1 --store tokens --timeout 9999999",
        "--timeout must be from 1 to 86400 seconds.",
        "pinterest-openapi login --help"
    )]
    [InlineData(
        "login --app-id 1 --store tokens --port 70000",
        "--port must be from 1 to 65535.",
        "pinterest-openapi login --help"
    )]
    [InlineData(
        "login --app-id 1 --store tokens --port 0",
        "--port must be from 1 to 65535.",
        "pinterest-openapi login --help"
    )]
    public async Task One_line_names_it_and_one_says_where_to_read(string arguments, string message, string help)
    {
        var (code, output, errors) = await ToolRun.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, "", $"{message}\nSee '{help}'.\n"), (code, output, errors.ReplaceLineEndings("\n")));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("pin")]
    [InlineData("operations")]
    public async Task Every_command_has_help_with_an_example(string command)
    {
        var (code, output, _) = await ToolRun.Of(command, "--help");

        Assert.Equal(0, code);
        Assert.Contains($"Example: pinterest-openapi {command}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diff", "", "pinned")]
    [InlineData("diff", "pinned", " ")]
    [InlineData("operations", "--description", "")]
    [InlineData("pin", "")]
    [InlineData("operations", "--output", "/")]
    [InlineData("login", "--app-id", "1", "--store", "tokens", "--scopes", "")]
    public async Task A_name_of_nothing_is_misuse(params string[] arguments)
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var (code, output, errors) = await ToolRun.Of(
            arguments[0] == "login" ? arguments : [.. arguments, "--repository", repository]
        );

        Assert.Equal((2, ""), (code, output));
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_root_help_has_a_line_for_each_command_on_a_terminal_of_80_columns()
    {
        var (_, output, _) = await ToolRun.Of("--help");

        var commands = output.Split("Commands:")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(8, commands.Count(line => line.Trim().Length > 0));
        Assert.All(commands, line => Assert.True(line.TrimEnd().Length < 80, line));
    }

    [Theory]
    [InlineData(2, "chek")]
    [InlineData(2, "diff", "no such file", "pinned")]
    [InlineData(3, "operations", "pins/save")]
    public async Task An_output_that_takes_nothing_ends_with_a_code_and_no_exception(
        int expected,
        params string[] words
    )
    {
        using var full = new FullWriter();

        Assert.Equal(expected, await ToolApplication.RunAsync(words, full, full));
    }

    [Fact]
    public async Task An_output_that_takes_nothing_is_named()
    {
        using var full = new FullWriter();
        using var errors = new StringWriter();

        await ToolApplication.RunAsync(["operations", "pins/save", "--repository", Repository.Root], full, errors);

        Assert.StartsWith(
            "The report cannot be written to the standard output: No space left on device.",
            errors.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task No_command_is_misuse_and_shows_what_there_is()
    {
        var (code, _, errors) = await ToolRun.Of();

        Assert.Equal(2, code);
        Assert.Contains("--help", errors, StringComparison.Ordinal);
    }

    // Most runs of the tool are short.
    [Theory]
    [InlineData("text", false)]
    [InlineData("html", true)]
    public async Task Only_a_page_loads_the_template_engine(string format, bool isLoaded)
    {
        var context = new ToolContext();
        string[] arguments =
        [
            "diff",
            "5.22.0",
            "5.23.0",
            "--no-client",
            "--format",
            format,
            "--repository",
            Repository.Root,
        ];

        Assert.Equal(1, await context.RunAsync(arguments));
        Assert.Equal(isLoaded, context.Assemblies.Any(assembly => assembly.GetName().Name == "Fluid"));
    }

    /// <summary>An output on a full disk.</summary>
    private sealed class FullWriter : StringWriter
    {
        public override Task WriteLineAsync(string? value) => throw new IOException("No space left on device");
    }

    /// <summary>The tool loaded once more, so that what other tests loaded does not count.</summary>
    private sealed class ToolContext() : AssemblyLoadContext("tool")
    {
        private readonly AssemblyDependencyResolver _resolver = new(typeof(ToolApplicationTests).Assembly.Location);

        public Task<int> RunAsync(string[] arguments)
        {
            var run = LoadFromAssemblyPath(typeof(ToolApplication).Assembly.Location)
                .GetType(typeof(ToolApplication).FullName!, throwOnError: true)!
                .GetMethod(nameof(ToolApplication.RunAsync))!;
            return (Task<int>)run.Invoke(null, [arguments, TextWriter.Null, TextWriter.Null, CancellationToken.None])!;
        }

        protected override Assembly? Load(AssemblyName assemblyName) =>
            _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }
}
