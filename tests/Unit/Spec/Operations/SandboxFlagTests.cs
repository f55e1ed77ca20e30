using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Unit.Spec.Operations;

/// <summary>x-sandbox is read in all forms that releases use.</summary>
public sealed class SandboxFlagTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("'enabled'", true)]
    [InlineData("'true'", true)]
    [InlineData("'disabled'", false)]
    [InlineData("{enabled: true}", true)]
    [InlineData("{enabled: 'false'}", false)]
    [InlineData("{status: 'enabled'}", true)]
    [InlineData("{status: 'disabled'}", false)]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    [InlineData("5", null)]
    public void Every_form_says_whether_the_sandbox_serves_the_operation(string flag, bool? expected) =>
        Assert.Equal(expected, SandboxFlag.Read(JToken.Parse(flag)));

    [Fact]
    public void An_operation_without_the_flag_says_nothing() => Assert.Null(SandboxFlag.Read(null));
}
