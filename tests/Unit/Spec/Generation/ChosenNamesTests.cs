using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation;

/// <summary>The names that people chose in openapi/names.json.</summary>
public sealed class ChosenNamesTests
{
    private const string Schemas = "Thing: {type: object, properties: {first: {type: string}}}";

    [Fact]
    public void Operations_groups_models_and_members_get_the_names_that_were_chosen()
    {
        var normalised = Normalise(
            """
            {
              "operations/things/get": "Fetch",
              "schemas/Thing": "Entry",
              "schemas/Thing/first": "Start",
              "tags/things": "Entries"
            }
            """
        );

        Assert.Equal([("Entries", "Fetch")], normalised.Names.Methods("things/get"));
        Assert.Equal("Start", normalised.Names.Given("members", "Entry.first"));
    }

    [Theory]
    [InlineData("operations/things/gone")]
    [InlineData("tags/gone")]
    [InlineData("schemas/Gone")]
    [InlineData("schemas/Thing/gone")]
    [InlineData("schemas/Gone/first")]
    public void An_id_that_names_nothing_in_the_pinned_description_is_an_error_and_in_another_release_is_passed_over(
        string id
    )
    {
        var names = $$"""{"{{id}}": "Name"}""";

        var error = Assert.Throws<SpecException>(() => Normalise(names));

        Assert.StartsWith("openapi/names.json:1:", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            $": The id '{id}' names nothing in the description. Remove the line, or correct the id.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal([("Things", "Get")], Normalise(names, isPinned: false).Names.Methods("things/get"));
    }

    [Theory]
    [InlineData("[]", "The document is not an object.")]
    [InlineData("{", "Cannot be read:")]
    [InlineData("""{"tags/a": "A", "tags/a": "B"}""", "Cannot be read:")]
    [InlineData("""{"tags/a": 1}""", "The name of 'tags/a' is not a C# identifier.")]
    [InlineData("""{"tags/a": "with space"}""", "The name of 'tags/a' is not a C# identifier.")]
    [InlineData("""{"tags/a": "Name\n"}""", "The name of 'tags/a' is not a C# identifier.")]
    [InlineData("""{"tags/a": "1a"}""", "The name of 'tags/a' is not a C# identifier.")]
    [InlineData("""{"tags/a": ""}""", "The name of 'tags/a' is not a C# identifier.")]
    [InlineData("""{"tags/a": {}}""", "The name of 'tags/a' is not a C# identifier.")]
    [InlineData(
        """{"tag/a": "A"}""",
        "The id 'tag/a' has an unknown kind. Begin it with operations/, tags/ or schemas/."
    )]
    [InlineData(
        """{"parameters/a": "A"}""",
        "The id 'parameters/a' has an unknown kind. Begin it with operations/, tags/ or schemas/."
    )]
    public void A_malformed_file_is_an_error_that_names_it(string names, string expected)
    {
        var error = Assert.Throws<SpecException>(() => Normalise(names));

        Assert.StartsWith("openapi/names.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_chooses_no_names()
    {
        using var folder = new TemporaryFolder();

        Assert.Same(DecisionLines.Empty, ChosenNames.ReadIfPresent(Path.Combine(folder, "names.json")));
    }

    [Fact]
    public void The_committed_names_are_sorted()
    {
        var ids = JObject.Parse(File.ReadAllText(Repository.Layout.Names)).Properties().Select(name => name.Name);

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    private static NormalisedDescription Normalise(string names, bool isPinned = true) =>
        SmallDescription.Normalise(
            Schemas,
            "",
            new Decisions
            {
                Names = ChosenNames.Parse(Encoding.UTF8.GetBytes(names), "openapi/names.json"),
                StopsOnStale = isPinned,
            }
        );
}
