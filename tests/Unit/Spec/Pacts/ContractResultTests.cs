using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Unit.Spec.Pacts;

/// <summary>A verification succeeds when something was verified and nothing failed.</summary>
public sealed class ContractResultTests
{
    [Fact]
    public void Nothing_that_was_verified_is_no_success() => Assert.True(new ContractResult("x", [], []).HasFailed);
}
