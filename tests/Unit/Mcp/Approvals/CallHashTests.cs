using System.Security.Cryptography;
using System.Text;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Mcp.Support;

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

    [Fact]
    public void What_a_person_was_shown_belongs_to_it()
    {
        var call = Calls.CreatePin() with { Summary = Shown("0") };

        Assert.Equal(CallHash.Of(call), CallHash.Of(call with { Summary = Shown("0") }));
        Assert.NotEqual(CallHash.Of(call), CallHash.Of(call with { Summary = Shown("6") }));
        Assert.NotEqual(CallHash.Of(call), CallHash.Of(call with { Summary = Shown("0") with { PictureBytes = [1] } }));
        Assert.NotEqual(CallHash.Of(call), CallHash.Of(call with { Arguments = "{\"a\":1}" }));
    }

    private static CallSummary Shown(string pins) =>
        new() { Action = "deleted the board", Lines = [new SummaryLine("Pins that go along", pins)] };

    [Theory]
    [InlineData("pinterest_y", "{}")]
    [InlineData("pinterest_x", "{\"a\":1}")]
    [InlineData("pinterest_x\n", "{}")]
    public void Another_tool_or_argument_has_another(string tool, string arguments) =>
        Assert.NotEqual(CallHash.Of("pinterest_x", "{}"), CallHash.Of(tool, arguments));
}
