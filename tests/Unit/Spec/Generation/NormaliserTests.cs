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
    private static readonly NormalisedDescription Normalised = new ClientGenerator(Repository.Layout).NormalisePinned();

    [Fact]
    public void Each_pass_finds_what_it_is_for() =>
        Assert.Equal(
            """
            651 shared parts inlined
            2 form bodies typed
            368 repeated responses dropped
            46 unused models dropped
            13 types inferred
            31 models renamed
            142 annotated references collapsed
            120 allOf flattened
            37 non-string enums dropped
            7 dictionaries recognised
            16 string unions merged
            62 single-value enums folded
            0 forms that only require merged
            106 closed objects opened
            56 pages recognised
            230 inline types hoisted
            1 overlapping unions merged
            28 discriminated unions typed
            20 unions typed by shape
            25 models left over dropped
            666 integers widened to 64 bits
            2233 members made nullable
            10722 members named
            231 operations named
            4575 documentation written
            12217 literals written
            196 defaults dropped
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
    public void Without_the_lock_the_rules_and_decisions_give_the_same_names() =>
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
                        IsPinned = true,
                    },
                    new NameRegistry()
                )
                .Names.ToBytes()
        );
}
