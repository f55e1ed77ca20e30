using System.Security.Cryptography;
using System.Text;
using Pinterest.OpenApi.Mcp.Approvals;

namespace Pinterest.OpenApi.Unit.Mcp.Approvals;

/// <summary>An approval holds for one tool and its exact arguments.</summary>
public sealed class CallHashTests
{
    [Fact]
    public void It_is_the_sum_of_the_tool_a_line_feed_and_the_arguments()
    {
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("pinterest_x\n{\"a\":\"é\"}")));

        Assert.Equal(expected, CallHash.Of("pinterest_x", "{\"a\":\"é\"}"));
    }

    [Theory]
    [InlineData("pinterest_y", "{}")]
    [InlineData("pinterest_x", "{\"a\":1}")]
    [InlineData("pinterest_x\n", "{}")]
    public void Another_tool_or_argument_has_another(string tool, string arguments) =>
        Assert.NotEqual(CallHash.Of("pinterest_x", "{}"), CallHash.Of(tool, arguments));
}
