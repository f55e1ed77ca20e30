using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pacts;

/// <summary>A folder stands for its pacts.</summary>
public sealed class PactContractTests
{
    [Fact]
    public void A_folder_without_a_pact_and_a_missing_file_are_errors()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(
            "holds no pact",
            Assert.Throws<SpecException>(() => PactContract.ReadAll([folder.Path])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no such file",
            Assert.Throws<SpecException>(() => PactContract.ReadAll([Path.Combine(folder, "none.json")])).Message,
            StringComparison.Ordinal
        );
    }
}
