using System.Reflection;
using System.Runtime.Loader;
using Pinterest.OpenApi.Tool;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool;

/// <summary>A command loads only what it needs, because most runs of the tool are short.</summary>
public sealed class StartupTests
{
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

    /// <summary>The tool loaded once more, so that what other tests loaded does not count.</summary>
    private sealed class ToolContext() : AssemblyLoadContext("tool")
    {
        private readonly AssemblyDependencyResolver _resolver = new(typeof(StartupTests).Assembly.Location);

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
