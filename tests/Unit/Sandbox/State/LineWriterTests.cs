using System.Text;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Unit.Sandbox.State;

/// <summary>Every line of a file is whole, though the disk was full for a while.</summary>
public sealed class LineWriterTests
{
    [Fact]
    public void A_line_that_was_written_in_part_is_cut_at_the_next_write()
    {
        using var disk = new SmallDisk { Room = 11 };
        using var lines = new LineWriter(disk);
        lines.Write("first");
        Assert.Throws<IOException>(() => lines.Write("second"));
        Assert.Throws<IOException>(() => lines.Write("third"));

        disk.Room = 100;
        lines.Write("fourth");

        Assert.Equal("first\nfourth\n", Encoding.UTF8.GetString(disk.ToArray()));
    }

    /// <summary>Takes as much as there is room for, and then fails, as a disk does.</summary>
    private sealed class SmallDisk : MemoryStream
    {
        public int Room { get; set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var fits = (int)Math.Min(buffer.Length, Room - Length);
            base.Write(buffer[..fits]);
            if (fits < buffer.Length)
            {
                throw new IOException("No space left on device");
            }
        }
    }
}
