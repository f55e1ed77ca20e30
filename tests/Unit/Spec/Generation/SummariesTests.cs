using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation;

/// <summary>Our own sentences in openapi/summaries.json.</summary>
public sealed class SummariesTests
{
    private const string Yaml = """
        openapi: 3.0.3
        info: {title: small, version: 1.0.0}
        paths:
          /things:
            get:
              operationId: things/get
              tags: [things]
              security: []
              parameters: [{$ref: "#/components/parameters/Key"}]
              responses:
                "200":
                  description: ok
                  content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
        components:
          parameters: {Key: {name: key, in: query, schema: {type: string}}}
          schemas: {Thing: {type: object, properties: {first: {type: string}}}}
        """;

    [Fact]
    public void Operations_parameters_models_and_members_get_our_sentences()
    {
        var normalised = Normalise(
            """
            {
              "operations/things/get": "Gets the thing.",
              "parameters/Key": "Says which.",
              "schemas/Thing": "A thing.",
              "schemas/Thing/first": "Gets or sets what is first."
            }
            """
        );

        var operation = normalised.Root["paths"]!["/things"]!["get"]!.ToString();
        Assert.Contains("<summary>Gets the thing.</summary>", operation, StringComparison.Ordinal);
        Assert.Contains(">Says which.", operation, StringComparison.Ordinal);
        var schema = normalised.Schema("Thing").ToString();
        Assert.Contains("<summary>A thing.</summary>", schema, StringComparison.Ordinal);
        Assert.Contains("<summary>Gets or sets what is first.</summary>", schema, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("operations/things/gone")]
    [InlineData("parameters/Gone")]
    [InlineData("schemas/Gone")]
    [InlineData("schemas/Thing/gone")]
    public void An_id_that_names_nothing_in_the_pinned_description_is_an_error_and_in_another_release_is_passed_over(
        string id
    )
    {
        var summaries = $$"""{"{{id}}": "A sentence."}""";

        var error = Assert.Throws<SpecException>(() => Normalise(summaries));

        Assert.StartsWith("openapi/summaries.json:1:", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            $": The id '{id}' names nothing in the description. Remove the line, or correct the id.",
            error.Message,
            StringComparison.Ordinal
        );
        var properties = (JObject)Normalise(summaries, isPinned: false).Schema("Thing")["properties"]!;
        Assert.Equal("first", Assert.Single(properties.Properties()).Name);
    }

    [Theory]
    [InlineData("""{"schemas/Thing": 1}""", "The summary of 'schemas/Thing' is not a sentence.")]
    [InlineData("""{"schemas/Thing": ""}""", "The summary of 'schemas/Thing' is not a sentence.")]
    [InlineData("""{"schemas/Thing": "No full stop"}""", "The summary of 'schemas/Thing' is not a sentence.")]
    [InlineData("""{"schemas/Thing": "Two\nlines."}""", "The summary of 'schemas/Thing' is not a sentence.")]
    [InlineData(
        """{"tags/things": "A sentence."}""",
        "The id 'tags/things' has an unknown kind. Begin it with operations/, parameters/ or schemas/."
    )]
    public void A_malformed_file_is_an_error_that_names_it(string summaries, string expected)
    {
        var error = Assert.Throws<SpecException>(() => Normalise(summaries));

        Assert.StartsWith("openapi/summaries.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_has_no_sentences()
    {
        using var folder = new TemporaryFolder();

        Assert.Same(DecisionLines.Empty, Summaries.ReadIfPresent(Path.Combine(folder, "summaries.json")));
    }

    [Fact]
    public void The_committed_sentences_are_sorted()
    {
        var ids = JObject.Parse(File.ReadAllText(Repository.Layout.Summaries)).Properties().Select(line => line.Name);

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    private static NormalisedDescription Normalise(string summaries, bool isPinned = true) =>
        Normaliser.Run(
            DescriptionReader.Read(Encoding.UTF8.GetBytes(Yaml), "small.yaml"),
            new Decisions
            {
                Summaries = Summaries.Parse(Encoding.UTF8.GetBytes(summaries), "openapi/summaries.json"),
                StopsOnStale = isPinned,
            },
            new NameRegistry()
        );
}
