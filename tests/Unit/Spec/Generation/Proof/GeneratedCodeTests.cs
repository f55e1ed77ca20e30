using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Emit;
using Pinterest.OpenApi.Spec.Generation.Proof;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Proof;

/// <summary>Generated code that holds more, less or something else than the names say is not accepted.</summary>
public sealed class GeneratedCodeTests : IAsyncLifetime
{
    private const string Value = "public static Thing Small => new(\"small\");";

    private static readonly NormalisedDescription Normalised = SmallDescription.Normalise(
        "Thing: {type: string, enum: [small, large]}"
    );

    private SortedDictionary<string, string> _files = [];

    public async Task InitializeAsync()
    {
        using var folder = new TemporaryFolder();
        _files = new(
            (await new ClientGenerator(Repository.Layout).GenerateAsync(Normalised, folder)).ToDictionary(),
            StringComparer.Ordinal
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void The_files_as_they_were_generated_are_accepted() => Check();

    [Theory]
    [InlineData("[System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() { }", "attribute")]
    [InlineData("internal static void Run() { }", "declares Run")]
    [InlineData("public static Thing Large => new(\"other\");", "declares Large twice")]
    [InlineData("static Thing() { }", "ConstructorDeclaration")]
    [InlineData("~Thing() { }", "DestructorDeclaration")]
    [InlineData("public static Thing operator +(Thing a, Thing b) => a;", "OperatorDeclaration")]
    [InlineData("#if true\n#endif", "directive")]
    [InlineData("public event System.Action Value { add { } remove { } }", "EventDeclaration")]
    public void A_member_that_no_name_was_given_to_is_refused(string member, string reason)
    {
        Change("Models.g.cs", Value, $"{Value}\n    {member}\n");
        Assert.Contains(reason, Assert.Throws<SpecException>(Check).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expression_that_uses_another_name_is_refused()
    {
        Change("Models.g.cs", "new(\"small\")", "new(\"small\" + File.ReadAllText(\"secret\"))");
        Assert.Contains("uses the name File", Assert.Throws<SpecException>(Check).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_outside_of_the_namespaces_is_refused()
    {
        _files["Models.g.cs"] += "\ninternal static class Other { }\n";
        Assert.Contains("outside of", Assert.Throws<SpecException>(Check).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_is_missing_is_refused()
    {
        Change("Models.g.cs", Value, "");
        Assert.Contains("lacks Small", Assert.Throws<SpecException>(Check).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_code_is_refused_with_its_line()
    {
        Change("Operations.g.cs", "public static partial class Operations", "public static partial klass Operations");
        Assert.Contains("Operations.g.cs(", Assert.Throws<SpecException>(Check).Message, StringComparison.Ordinal);
    }

    private void Change(string file, string text, string other)
    {
        Assert.Contains(text, _files[file], StringComparison.Ordinal);
        _files[file] = _files[file].Replace(text, other, StringComparison.Ordinal);
    }

    private void Check()
    {
        var operations = Normalised.Catalogue.All.Select(facts => new NamedOperation(
            CSharpCode.Identifier("Things"),
            CSharpCode.Identifier("Get"),
            facts
        ));
        var code = new GeneratedCode(Normalised, [.. operations], Repository.Layout);
        code.Read(_files);
        code.Finish();
    }
}
