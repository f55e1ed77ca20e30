using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Tool;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Documents;

/// <summary>
/// Input that cannot be used gets one line that says what, where and what to do, exit code 2, and changes no file.
/// </summary>
public sealed class DescriptionReaderTests
{
    private const string Odd = "{}[]:,#&*!|>'\"%@ \n\t$-?0a";
    private const string Head = "openapi: 3.0.3\ninfo: {title: t, version: 9.0.0}\n";

    public static TheoryData<string, string, string> Cases =>
        new()
        {
            {
                "truncated JSON",
                """{"openapi":"3.0.3","info":{""",
                ":1:27: Cannot be read: Unexpected end of content while loading JObject. Path 'info', line 1, position 27."
            },
            { "truncated YAML", "openapi: \"3.0.3\ninfo:", "bad.yaml:" },
            { "neither", "\tjust some text: [", "This is neither JSON nor YAML (" },
            { "empty", "", "The file is empty." },
            { "a list", "[1, 2]", "The document is not an object." },
            { "a binary file", "\u0000\u0001", "The document is not an object" },
            {
                "two keys of one name",
                """{"openapi":"3.0.3","openapi":"3.0.3"}""",
                "Property with the name 'openapi' already exists"
            },
            { "text behind the end", """{"openapi":"3.0.3"} {}""", "Additional text" },
            { "Swagger", """{"swagger":"2.0"}""", "This is a Swagger 2.0 description" },
            { "no OpenAPI", """{"info":{}}""", "There is no 'openapi' member at #/openapi" },
            {
                "OpenAPI 3.1",
                "openapi: 3.1.0\ninfo: {version: 1.0.0}\npaths: {}",
                ":1:10 #/openapi: OpenAPI '3.1.0' is not supported here. Pass an OpenAPI 3.0 file."
            },
            { "no paths", Head, "#/paths: There are no paths." },
            { "paths that are no object", Head + "paths: [1]", "#/paths" },
            {
                "a dangling reference",
                Head + "paths: {}\ncomponents:\n  schemas:\n    A: {$ref: '#/components/schemas/B'}",
                ":6:15 #/components/schemas/A/$ref: The reference '#/components/schemas/B' points at nothing."
            },
            {
                "a reference to itself",
                Head
                    + "paths: {}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}",
                "leads back to itself"
            },
            {
                "an allOf circle",
                Head
                    + "paths: {}\ncomponents: {schemas: {A: {allOf: [{$ref: '#/components/schemas/B'}]}, "
                    + "B: {allOf: [{$ref: '#/components/schemas/A'}]}}}",
                "The schema is composed of itself"
            },
            {
                "an external reference",
                Head + "paths: {}\ncomponents: {schemas: {A: {$ref: 'https://example.com/a.json#/A'}}}",
                "points outside the document; other documents are never fetched"
            },
            {
                "a file as reference",
                Head + "paths: {}\ncomponents: {schemas: {A: {$ref: '../../etc/passwd'}}}",
                "points outside the document"
            },
            {
                "one operationId twice",
                Head
                    + "paths:\n  /a: {get: {operationId: x, responses: {}}}\n  /b: {get: {operationId: x, responses: {}}}",
                ":5:27 #/paths/~1b/get/operationId: The operationId 'x' is used twice; first at #/paths/~1a/get/operationId."
            },
            {
                "no operationId",
                Head + "paths:\n  /a: {get: {responses: {}}}",
                "#/paths/~1a/get: The operation has no operationId."
            },
            {
                "a version that is a path",
                "openapi: 3.0.3\ninfo: {title: t, version: ../../x}\npaths: {}",
                "#/info/version"
            },
            { "an unknown alias", Head + "paths: *nowhere", "The alias '*nowhere' has no finished anchor." },
            { "an alias bomb", Bomb(), "has more than 1000000 values when its aliases are expanded" },
            { "very deep JSON", new string('[', 5000), "The document is not an object" },
            { "very deep YAML", "a: " + new string('[', 5000), "Nested deeper than 128 levels" },
            { "very deep JSON objects", string.Concat(Enumerable.Repeat("{\"a\":", 5000)), "MaxDepth of 128" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Unusable_input_is_refused_in_one_line(string what, string content, string expected)
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var file = repository.Write("bad.yaml", content);
        var before = repository.Snapshot();

        var (code, output, errors) = await ToolRun.Of("pin", file, "--repository", repository);

        Assert.True(
            expected is "The document is not an object" || errors.Contains(expected, StringComparison.Ordinal),
            $"{what}: {errors}"
        );
        Assert.Equal((2, ""), (code, output));
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Contains("bad.yaml", errors, StringComparison.Ordinal);
        Assert.Equal(before.OrderBy(f => f.Key), repository.Snapshot().OrderBy(f => f.Key));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Input_that_cannot_be_pinned_is_compared_or_refused_in_one_line(
        string what,
        string content,
        string expected
    )
    {
        using var folder = new TemporaryFolder();
        var (code, output, errors) = await ToolRun.Of(
            "diff",
            folder.Write("bad.yaml", content),
            folder.Write("good.yaml", SmallDescription.Yaml("Thing: {type: string}")),
            "--no-client",
            "--repository",
            folder
        );

        if (code < 2)
        {
            Assert.True(output.Length > 0 && errors.Length == 0, what);
        }
        else
        {
            Assert.True(
                code == 2
                    && errors.TrimEnd().Split('\n').Length == 1
                    && errors.Contains("bad.yaml", StringComparison.Ordinal),
                $"{what} ({expected}): {errors}"
            );
        }
    }

    [Fact]
    public void The_pinned_description_has_less_than_a_fifth_of_the_values_that_are_read()
    {
        using var reader = new JsonTextReader(new StreamReader(Repository.Layout.PinnedDescription));
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        Assert.InRange(tokens, 10_000, DescriptionReader.MaxTokens / 5);
    }

    // Comments count too, and leave nothing in memory.
    [Fact]
    public void A_file_of_millions_of_values_is_refused_before_they_fill_the_memory()
    {
        var bytes = Encoding.UTF8.GetBytes("{\"x\":[" + string.Concat(Enumerable.Repeat("/**/", 5_000_000)) + "]}");

        var error = Assert.Throws<SpecException>(() => DescriptionReader.Parse(bytes, "a.json"));

        Assert.StartsWith("a.json:1:", error.Message, StringComparison.Ordinal);
        Assert.Contains("more than 1000000 JSON values", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutated_descriptions_never_crash_the_reader()
    {
        // Reproducible: the seed is part of the test.
        var random = new Random(20231);
        var text = SmallDescription.Yaml(
            "Thing: {type: object, properties: {a: {$ref: '#/components/schemas/B'}}}\nB: {type: string, enum: [x, y]}"
        );
        for (var round = 0; round < 2000; round++)
        {
            var mutated = new StringBuilder(text);
            for (var i = 0; i < 3; i++)
            {
                mutated[random.Next(mutated.Length)] = Odd[random.Next(Odd.Length)];
            }

            try
            {
                DescriptionReader.Read(
                    Encoding.UTF8.GetBytes(mutated.ToString()),
                    string.Create(CultureInfo.InvariantCulture, $"round {round}")
                );
            }
            catch (SpecException)
            {
                // A refusal is the other good outcome.
            }
        }
    }

    private static string Bomb()
    {
        var text = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        foreach (var (previous, next) in "abcdefgh".Zip("bcdefghi"))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{next}: &{next} [{string.Join(", ", Enumerable.Repeat($"*{previous}", 10))}]\n"
            );
        }

        return text.ToString();
    }
}
