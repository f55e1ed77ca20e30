using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Documentation;

/// <summary>The documentation of the client of the pinned release says something.</summary>
public sealed class ClientDocumentationTests
{
    private static readonly NormalisedDescription Normalised = Repository.Normalised;

    private static readonly List<string> Members =
    [
        .. Normalised.Root["components"]!["schemas"]!
            .Children<JProperty>()
            .Where(schema => schema.Value["x-csharp-shape-union"] is null)
            .SelectMany(schema => (schema.Value["properties"] as JObject ?? []).Properties())
            .Select(property => (string)property.Value["x-csharp-documentation"]!),
    ];

    // Before there were sentences, 3,203 of 3,858 said only this.
    [Fact]
    public void Fewer_than_one_member_in_twenty_has_only_its_name() =>
        Assert.InRange(
            Members.Count(text => text.Contains("the member <c>", StringComparison.Ordinal)),
            0,
            Members.Count / 20
        );

    [Fact]
    public void Every_member_has_one_sentence_that_ends()
    {
        Assert.True(Members.Count > 3_500);
        Assert.All(Members, text => Assert.Matches(@"^    /// <summary>Gets or sets [^\n]+\.</summary>", text));
        Assert.DoesNotContain(Members, text => text.Contains("{owner}", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_entry_of_the_glossary_is_used()
    {
        var names = Normalised
            .Root.Descendants()
            .OfType<JProperty>()
            .Select(property => property.Name)
            .Concat(Normalised.Root.SelectTokens("$..parameters[*].name").Select(name => (string)name!))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(
            JObject
                .Parse(File.ReadAllText(Repository.Layout.Glossary))
                .Properties()
                .Select(entry => entry.Name.Split(':')[0])
                .Where(name => !names.Contains(name))
        );
    }

    [Fact]
    public void A_model_says_who_sends_and_who_returns_it()
    {
        var create = (string)Normalised.Schema("BoardCreate")["x-csharp-documentation"]!;

        Assert.Contains("<remarks>Sent by <c>boards/create</c>.", create, StringComparison.Ordinal);
        Assert.Contains(
            "Returned by",
            (string)Normalised.Schema("Pin")["x-csharp-documentation"]!,
            StringComparison.Ordinal
        );
    }
}
