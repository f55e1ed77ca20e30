using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Proof;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Foreign;

/// <summary>
/// A client is generated from descriptions of other APIs, whatever their names are, or refused with one error.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class ForeignDescriptionTests
{
    private static readonly string[] Keywords =
    [
        .. SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText),
        .. SyntaxFacts.GetContextualKeywordKinds().Select(SyntaxFacts.GetText).Where(word => !word.StartsWith('_')),
    ];

    [Theory]
    [InlineData("keyword-parameter.yaml")]
    [InlineData("names.yaml")]
    [InlineData("openapi-3.1.yaml")]
    public async Task The_generated_code_compiles_whatever_the_names_are(string file)
    {
        var files = await GenerateAsync(File.ReadAllBytes(InFolder(file)), file);

        Assert.Empty(ErrorsOf(files));
    }

    [Fact]
    public async Task A_parameter_named_like_a_keyword_is_escaped_and_sent()
    {
        var clients = (await GenerateAsync(Parameters(Keywords), "keywords.json"))["Clients.g.cs"];

        Assert.Contains("string? @default = null", clients, StringComparison.Ordinal);
        Assert.Contains("request.Add(\"default\", @default);", clients, StringComparison.Ordinal);
        Assert.Contains("string? @class = null", clients, StringComparison.Ordinal);
        Assert.All(Keywords, word => Assert.Contains($"request.Add(\"{word}\", ", clients, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_keyword_compiles_as_a_parameter_a_property_a_value_and_an_operation() =>
        Assert.Empty(ErrorsOf(await GenerateAsync(Parameters(Keywords), "keywords.json")));

    [Fact]
    public async Task Formats_that_the_client_has_no_type_for_are_texts()
    {
        var models = (await GenerateAsync(File.ReadAllBytes(InFolder("names.yaml")), "names.yaml"))["Models.g.cs"];

        Assert.Contains("public string? Bytes {", models, StringComparison.Ordinal);
        Assert.Contains("public string? Link {", models, StringComparison.Ordinal);
        Assert.Contains("public double? Price {", models, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_of_3_1_has_the_types_that_the_description_means()
    {
        var models = (await GenerateAsync(File.ReadAllBytes(InFolder("openapi-3.1.yaml")), "a.yaml"))["Models.g.cs"];

        Assert.Contains("string? Id {", models, StringComparison.Ordinal);
        Assert.Contains("public double? Number {", models, StringComparison.Ordinal);
        Assert.Contains("public Owner? Owner {", models, StringComparison.Ordinal);
        Assert.Contains("public System.DateTimeOffset? Owner4 {", models, StringComparison.Ordinal);
        Assert.Contains("public Newtonsoft.Json.Linq.JToken? Mixed {", models, StringComparison.Ordinal);
        Assert.Contains("public PetInner? Inner {", models, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_hand_written_half_needs_is_one_error()
    {
        var name = "keyword-parameter.yaml";
        var files = await GenerateAsync(File.ReadAllBytes(InFolder(name)), name);

        var error = Assert.Throws<SpecException>(() => HandWrittenHalf.Check(files, Repository.Layout, name));

        Assert.StartsWith(
            "keyword-parameter.yaml: The hand-written half of the client in src/Extensions uses 9 generated names",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("Board, BoardCreate, BoardPrivacy, ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Pin, Pins. Pass a description of Pinterest's API", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pinned_description_gives_every_name()
    {
        var pinned = File.ReadAllBytes(Repository.Layout.PinnedDescription);

        HandWrittenHalf.Check(await GenerateAsync(pinned, "pinned"), Repository.Layout, "pinned");
    }

    [Theory]
    [InlineData("webhooks: {}", "There are no paths")]
    [InlineData(
        "paths: {}\ncomponents: {schemas: {A: {$dynamicRef: '#a'}}}",
        "The reference '$dynamicRef' depends on who uses the schema"
    )]
    [InlineData("paths: {}\ncomponents: {schemas: {A: {$ref: 'a.yaml'}}}", "points outside the document")]
    public void What_cannot_be_generated_is_an_error_that_names_the_place(string yaml, string problem)
    {
        var error = Assert.Throws<SpecException>(() =>
            DescriptionReader.ReadToGenerate(
                System.Text.Encoding.UTF8.GetBytes("openapi: 3.1.0\ninfo: {title: t, version: '1'}\n" + yaml),
                "a.yaml"
            )
        );

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains("#/", error.Message, StringComparison.Ordinal);
    }

    private static string InFolder(string file) =>
        Path.Combine(Repository.Root, "tests", "Unit", "Spec", "Generation", "Foreign", file);

    private static async Task<IReadOnlyDictionary<string, string>> GenerateAsync(byte[] bytes, string name)
    {
        using var folder = new TemporaryFolder();
        var generator = new ClientGenerator(Repository.Layout);
        var description = DescriptionReader.ReadToGenerate(bytes, name);
        return await generator.GenerateAsync(generator.NormaliseOther(description), folder);
    }

    // GET /words/{i} has the word as a parameter, the model as a property and the enum as a value.
    private static byte[] Parameters(IReadOnlyList<string> words)
    {
        var text = new JObject { ["type"] = "string" };
        var thing = new JObject
        {
            ["type"] = "object",
            ["properties"] = new JObject(words.Select(word => new JProperty(word, text.DeepClone())))
            {
                ["kind"] = new JObject { ["type"] = "string", ["enum"] = new JArray(words) },
            },
        };
        var paths = words.Select(word => new JProperty(
            $"/{word}",
            new JObject
            {
                ["get"] = new JObject
                {
                    ["operationId"] = word,
                    ["tags"] = new JArray(word),
                    ["parameters"] = new JArray(
                        new JObject
                        {
                            ["name"] = word,
                            ["in"] = "query",
                            ["schema"] = text.DeepClone(),
                        }
                    ),
                    ["responses"] = JObject.Parse(
                        """
                        {"200":{"description":"ok","content":{"application/json":{"schema":
                        {"$ref":"#/components/schemas/Thing"}}}}}
                        """
                    ),
                },
            }
        ));
        var root = new JObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JObject { ["title"] = "keywords", ["version"] = "1" },
            ["paths"] = new JObject(paths),
            ["components"] = new JObject { ["schemas"] = new JObject { ["Thing"] = thing } },
        };
        return CanonicalJson.ToBytes(root);
    }

    // The hand-written half lacks its names here, so only errors of the generated files count.
    private static IEnumerable<string> ErrorsOf(IReadOnlyDictionary<string, string> files)
    {
        string[] names = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http"];
        var usings = string.Concat(
            names.Append("System.Threading").Append("System.Threading.Tasks").Select(name => $"global using {name};")
        );
        var extensions = Path.Combine(Repository.Root, "src", "Extensions");
        var generated = files.Select(file => CSharpSyntaxTree.ParseText(file.Value, path: file.Key)).ToList();
        var handWritten = Directory
            .EnumerateFiles(extensions, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("Compatibility", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .Append(usings);
        var compilation = CSharpCompilation.Create(
            "foreign",
            [.. generated, .. handWritten.Select(text => CSharpSyntaxTree.ParseText(text))],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => !Path.GetFileName(path).StartsWith("Pinterest.", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        return generated
            .SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics())
            .Where(found => found.Severity is DiagnosticSeverity.Error)
            .Select(found => found.ToString())
            .Take(10);
    }
}
