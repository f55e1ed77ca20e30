using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Naming;

/// <summary>All names of the client of the pinned release are readable.</summary>
public sealed class ClientNamesTests
{
    private static readonly NormalisedDescription Normalised = Repository.Normalised;

    // The verbs of all methods; a new one is added on purpose.
    private static readonly string[] Verbs =
    [
        .. "Add Apply Cancel Create Delete Download Follow Get Ingest List Process Redeem Remove".Split(' '),
        .. "Respond Revoke Run Save Send Share Start Submit Unverify Update Verify".Split(' '),
    ];

    [Fact]
    public void No_type_has_a_long_name() =>
        Assert.Empty(Types().Where(name => name.Length > TypeNames.Longest).Select(name => $"{name.Length} {name}"));

    [Fact]
    public void No_type_and_no_method_and_no_member_says_a_word_twice_in_a_row() =>
        Assert.Empty(
            Types()
                .Concat(Names("methods"))
                .Concat(Names("pagers"))
                .Concat(Names("members"))
                .Where(TypeNames.HasDoubledWord)
        );

    // A method ends with Async, so a type that does, or that has it within, reads like one.
    [Fact]
    public void No_type_and_no_method_is_called_Async() =>
        Assert.Empty(Types().Concat(Names("methods")).Where(name => Words.Split(name).Contains("Async")));

    [Fact]
    public void No_type_has_the_words_of_a_generator() =>
        Assert.Empty(
            Types()
                .Where(name => Words.Split(name) is [_, .., "Schema" or "Enum" or "Array"] or [_, .., "Items", "Item"])
        );

    [Fact]
    public void Every_method_begins_with_a_verb() =>
        Assert.Empty(Names("methods").Where(name => !Verbs.Contains(Words.Split(name)[0])));

    [Fact]
    public void Only_a_page_has_a_method_that_enumerates() =>
        Assert.All(Names("pagers"), name => Assert.StartsWith("Enumerate", name, StringComparison.Ordinal));

    private static IEnumerable<string> Types() =>
        Normalised.Root["components"]!["schemas"]!
            .Children<JProperty>()
            .Where(schema => SchemaFacts.NeedsType((JObject)schema.Value))
            .Select(schema => schema.Name);

    private static IEnumerable<string> Names(string section) =>
        Normalised.Names.All(section).Select(name => name.Value);
}
