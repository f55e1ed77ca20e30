using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Documents;

/// <summary>After a crash either all files are old or all are new.</summary>
public sealed class FileTransactionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_crash_between_two_moves_is_finished_by_the_next_command(int movesBeforeCrash)
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "a", "b", "c" })
        {
            folder.Write(name, "old");
        }

        var writes = new FileTransaction(folder);
        foreach (var name in new[] { "a", "b", "c" })
        {
            writes.Write(name, "new"u8.ToArray());
        }

        var moves = 0;
        Assert.Throws<IOException>(() =>
            writes.Commit(_ =>
            {
                if (moves++ == movesBeforeCrash)
                {
                    throw new IOException("crash");
                }
            })
        );
        FileTransaction.Recover(folder);

        Assert.Equal(
            ["a=new", "b=new", "c=new"],
            Directory
                .EnumerateFileSystemEntries(folder)
                .Order(StringComparer.Ordinal)
                .Select(file => $"{Path.GetFileName(file)}={File.ReadAllText(file)}")
        );
    }

    [Fact]
    public void A_crash_before_the_journal_leaves_the_old_files()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a", "old");
        Directory.CreateDirectory(Path.Combine(folder, ".pin-stage"));
        File.WriteAllText(Path.Combine(folder, ".pin-stage", "0.new"), "half");

        FileTransaction.Recover(folder);

        Assert.Equal("old", File.ReadAllText(Path.Combine(folder, "a")));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder));
    }
}
