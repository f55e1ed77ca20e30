using System.Text;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Spec.Pacts;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Documents;

/// <summary>Every file that people write or mend may begin with a byte order mark.</summary>
public sealed class Utf8TextTests
{
    private static readonly Dictionary<string, Func<RepositoryLayout, string, object>> Readers = new()
    {
        ["openapi/accepted-breaks.json"] = (_, file) => AcceptedBreaks.Read(file),
        ["openapi/changelog.json"] = (_, file) => ReleaseLedger.ReadChangelog(file)[0],
        ["openapi/names.json"] = (_, file) => ChosenNames.ReadIfPresent(file),
        ["openapi/names.lock.json"] = (_, file) =>
            NameRegistry.FromFile(file).Locked("methods", "ad_accounts ad_accounts/get")!,
        ["openapi/overlay.json"] = (_, file) => Overlay.ReadIfPresent(file),
        ["openapi/pin.json"] = (_, file) => PinRecord.Read(file),
        ["openapi/pinterest-v5.json"] = (_, file) => DescriptionReader.ReadAsync(file).Result.Root,
        ["openapi/releases/index.json"] = (layout, _) => new ReleaseStore(layout.OpenApi).List()[0],
        ["openapi/summaries.json"] = (_, file) => Summaries.ReadIfPresent(file),
        ["candidate.yaml"] = (_, file) => DescriptionReader.ReadAsync(file).Result.Root,
        ["pact.json"] = (_, file) => PactContract.ReadAll([file]).Single(),
    };

    public static TheoryData<string> Files => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_byte_order_mark_before_a_file_changes_nothing(string name)
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        repository.Write("candidate.yaml", "openapi: 3.0.3\ninfo: {title: Small, version: 1.0.0}\npaths: {}\n");
        repository.Write("pact.json", SmallPact.Of("4.0", "{}", "{}").ToString());
        var layout = new RepositoryLayout(repository);
        var file = Path.Combine(repository, name);
        var without = Readers[name](layout, file);

        File.WriteAllText(file, File.ReadAllText(file), Encoding.UTF8);

        Assert.True(Utf8Text.HasMark(File.ReadAllBytes(file)));
        Assert.Equivalent(without, Readers[name](layout, file));
    }
}
