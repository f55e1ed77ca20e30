using System.Buffers.Binary;
using System.Text;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>The beginnings of pictures and videos. Nothing decodes them.</summary>
internal static class Pictures
{
    public static byte[] Png(int width, int height)
    {
        var data = new byte[33];
        ((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]).CopyTo(data);
        "IHDR"u8.CopyTo(data.AsSpan(12));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(20), height);
        return data;
    }

    /// <summary>Makes a JPEG whose size stands behind some metadata.</summary>
    public static byte[] Jpeg(int width, int height, int metadata = 300)
    {
        var data = new List<byte> { 0xFF, 0xD8 };
        for (var left = metadata; left > 0; left -= 60_000)
        {
            var length = Math.Min(left, 60_000) + 2;
            data.AddRange([0xFF, 0xE1, (byte)(length >> 8), (byte)length]);
            data.AddRange(new byte[length - 2]);
        }

        data.AddRange([0xFF, 0xFF, 0xC2, 0, 17, 8]);
        data.AddRange([(byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width]);
        data.AddRange(new byte[10]);
        return [.. data];
    }

    /// <summary>Makes a file that begins with an ftyp box.</summary>
    public static byte[] Boxed(string brand) =>
        [0, 0, 0, 24, .. Encoding.ASCII.GetBytes("ftyp" + brand), .. new byte[12]];
}
