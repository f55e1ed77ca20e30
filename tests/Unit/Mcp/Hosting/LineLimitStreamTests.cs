using System.Text;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>A message that is too long cannot fill the memory.</summary>
public sealed class LineLimitStreamTests
{
    [Theory]
    [InlineData("ab\ncd\n", "ab\ncd\n")]
    [InlineData("abcd\n", "abcd\n")]
    [InlineData("abcde\nfg\n", "abcd\nfg\n")]
    [InlineData("abcdefghijklmnop\nq\n", "abcd\nq\n")]
    [InlineData("abcdef", "abcd\n")]
    [InlineData("\n\n", "\n\n")]
    [InlineData("", "")]
    public async Task A_line_ends_at_the_limit_and_the_next_one_is_whole(string sent, string expected)
    {
        foreach (var piece in (int[])[1, 3, 64])
        {
            using var stream = new LineLimitStream(new MemoryStream(Encoding.UTF8.GetBytes(sent)), 4);
            Assert.Equal(expected, await ReadAsync(stream, piece));
        }
    }

    [Fact]
    public void A_line_of_any_length_is_read_without_keeping_it()
    {
        using var endless = new LineLimitStream(new MemoryStream(new byte[1_000_000]), 10);
        var buffer = new byte[4096];

        var read = endless.Read(buffer);
        var more = endless.Read(buffer);

        Assert.Equal(11, read);
        Assert.Equal(0, more);
    }

    private static async Task<string> ReadAsync(Stream stream, int piece)
    {
        var text = new StringBuilder();
        var buffer = new byte[piece];
        while (await stream.ReadAsync(buffer) is > 0 and var read)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return text.ToString();
    }
}
