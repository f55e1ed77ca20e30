using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>A pin whose description was changed by hand is found, and the change is named.</summary>
public sealed class PinCheckTests : IDisposable
{
    private readonly TemporaryFolder _openApi = new();

    public void Dispose() => _openApi.Dispose();

    [Fact]
    public void A_description_that_is_the_recorded_one_is_intact()
    {
        var pinned = SmallReport.Description("5.1.0", 2);

        Assert.Empty(PinCheck.Run(pinned, Record(pinned), new ReleaseStore(_openApi)));
    }

    [Fact]
    public void Without_its_release_the_damage_is_told_and_not_named() =>
        Assert.StartsWith(
            "The pin is damaged: openapi/pinterest-v5.json is not the file that openapi/pin.json records.",
            Assert.Single(
                PinCheck.Run(
                    SmallReport.Description("5.1.0", 1),
                    Record(SmallReport.Description("5.1.0", 2)),
                    new ReleaseStore(_openApi)
                )
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(1, "The operation things/get1 is missing from openapi/pinterest-v5.json; release 5.1.0 has it.")]
    [InlineData(3, "The operation things/get2 is in openapi/pinterest-v5.json; release 5.1.0 does not have it.")]
    public void With_its_release_each_operation_that_differs_is_named(int operations, string problem)
    {
        var release = SmallReport.Description("5.1.0", 2);
        var store = Store(release);

        Assert.Equal(
            problem,
            PinCheck.Run(SmallReport.Description("5.1.0", operations), Record(release), store).Skip(1).Single()
        );
    }

    [Fact]
    public void An_operation_that_was_changed_is_named_too()
    {
        var release = SmallReport.Description("5.1.0", 2);
        var changed = SmallReport.Description("5.1.0", 2);
        changed.Root["paths"]!["/things1"]!["get"]!["deprecated"] = true;
        var pinned = DescriptionReader.Read(CanonicalJson.ToBytes(changed.Root), "pinned.json");

        Assert.Equal(
            "The operation things/get1 is not as release 5.1.0 has it.",
            PinCheck.Run(pinned, Record(release), Store(release)).Skip(1).Single()
        );
    }

    private static PinRecord Record(Description description) =>
        new()
        {
            Version = description.Version,
            Source = "a.json",
            UpstreamSha256 = "",
            DescriptionSha256 = PinRecord.Hash(description.Bytes.Span),
            Operations = 0,
            Schemas = 0,
        };

    private ReleaseStore Store(Description description)
    {
        var store = new ReleaseStore(_openApi);
        var writes = new FileTransaction(_openApi);
        store.Add(
            writes,
            new Release
            {
                Version = description.Version,
                Operations = 0,
                Schemas = 0,
                DescriptionSha256 = PinRecord.Hash(CanonicalJson.ToBytes(description.Root)),
            },
            CanonicalJson.ToBytes(description.Root)
        );
        writes.Commit();
        return store;
    }
}
