using Pinterest.OpenApi.Sandbox.Media;

namespace Pinterest.OpenApi.Unit.Sandbox.Media;

/// <summary>The size of a picture is read from its header, however it looks.</summary>
public sealed class PictureSizeTests
{
    private const string Png = "89504E470D0A1A0A0000000D49484452000000030000000208060000";
    private const string Jpeg = "FFD8FFE000104A46494600010100000100010000FFC0001108000200030301220002110103110";

    [Fact]
    public void A_PNG_has_its_size_in_the_header() =>
        Assert.Equal(new PictureSize(3, 2), PictureSize.Read(Convert.FromHexString(Png)));

    [Fact]
    public void A_JPEG_has_its_size_in_the_frame() =>
        Assert.Equal(new PictureSize(3, 2), PictureSize.Read(Convert.FromHexString(Jpeg[..^1])));

    [Theory]
    [InlineData("")]
    [InlineData("89504E470D0A1A0A")]
    [InlineData("FFD8FFE00000FFE00000FFE00000")]
    [InlineData("FFD8FFE00010")]
    [InlineData("0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C")]
    public void Bytes_without_a_size_have_none(string bytes) =>
        Assert.Null(PictureSize.Read(Convert.FromHexString(bytes)));

    [Fact]
    public void Any_bytes_at_all_are_read_to_an_end()
    {
        // Seeded: each run reads the same bytes.
        var random = new Random(4711);
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            if (bytes.Length > 4)
            {
                bytes[0] = 0xFF;
                bytes[1] = 0xD8;
                bytes[2] = 0xFF;
            }

            PictureSize.Read(bytes);
        }
    }
}
