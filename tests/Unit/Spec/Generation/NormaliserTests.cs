using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation;

/// <summary>
/// The passes on the pinned description. A count that changes has changed the client. The number of decisions is
/// not tested.
/// </summary>
public sealed class NormaliserTests
{
    private static readonly NormalisedDescription Normalised = Repository.Normalised;

    [Fact]
    public void Each_pass_finds_what_it_is_for() =>
        Assert.Equal(
            """
            777 shared parts inlined
            2 form bodies typed
            1327 repeated responses dropped
            88 unused models dropped
            0 types inferred
            207 models renamed
            569 annotated references collapsed
            20 allOf flattened
            93 parameters narrowed to 32 bits
            33 non-string enums dropped
            6 dictionaries recognised
            4 string unions merged
            116 single-value enums folded
            0 forms that only require merged
            83 closed objects opened
            61 pages recognised
            92 inline types hoisted
            3 overlapping unions merged
            28 discriminated unions typed
            31 unions typed by shape
            10 models left over dropped
            762 numbers widened to 64 bits
            387 members of requests required
            2683 members made nullable
            11538 members named
            68 times of seconds named
            54 parameters kept in order
            266 operations named
            28 optional parameters grouped
            5770 documentation written
            13308 literals written
            0 formats without a type dropped
            191 defaults dropped
            """,
            string.Join('\n', Normalised.Counts.Skip(2).Select(count => $"{count.Count} {count.Name}"))
        );

    [Fact]
    public void Nothing_is_left_that_the_generator_gets_wrong()
    {
        var schemas = (JObject)Normalised.Root["components"]!["schemas"]!;
        foreach (
            var token in schemas
                .Descendants()
                .OfType<JProperty>()
                .Where(property => property.Path.Contains("x-csharp", StringComparison.Ordinal) is false)
        )
        {
            Assert.DoesNotContain(
                token.Name,
                new[] { "oneOf", "anyOf", "discriminator", "default" }.Where(_ =>
                    token.Parent!.Parent is not JProperty { Name: "properties" }
                )
            );
        }
    }

    [Fact]
    public void The_committed_names_are_those_that_are_given() => Assert.Empty(Normalised.Names.Changes());

    [Fact]
    public void Without_the_lock_the_rules_and_decisions_give_the_same_names_but_those_kept_from_before() =>
        Assert.Equal(
            File.ReadAllBytes(Repository.Layout.NamesLock),
            Normaliser
                .Run(
                    new ClientGenerator(Repository.Layout).ReadPinned(),
                    new Decisions
                    {
                        Names = ChosenNames.ReadIfPresent(Repository.Layout.Names),
                        Summaries = Summaries.ReadIfPresent(Repository.Layout.Summaries),
                        Overlays = [Overlay.ReadIfPresent(Repository.Layout.Overlay)],
                        StopsOnStale = true,
                    },
                    KeptFromBefore()
                )
                .Names.ToBytes()
        );

    // What was renamed or moved keeps its name, its order and its form by the lock alone: the release before is not looked
    // at again.
    private static NameRegistry KeptFromBefore()
    {
        var names = JObject.Parse(File.ReadAllText(Repository.Layout.NamesLock));
        string[] kept =
        [
            NameRegistry.RenamedSchemas,
            NameRegistry.ParameterOrder,
            NameRegistry.InlineModels,
            NameRegistry.Options,
        ];
        return new NameRegistry(new JObject(names.Properties().Where(section => kept.Contains(section.Name))));
    }
}
