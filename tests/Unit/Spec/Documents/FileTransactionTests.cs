using Pinterest.OpenApi.Spec;
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

    [Theory]
    [InlineData("""["../outside"]""", "names a file outside of its folder")]
    [InlineData("""["a/../../outside"]""", "names a file outside of its folder")]
    [InlineData("""["/outside"]""", "names a file outside of its folder")]
    [InlineData("""[7]""", "cannot be read")]
    [InlineData("""{""", "cannot be read")]
    public void A_journal_of_somebody_else_writes_nothing_outside(string journal, string message)
    {
        using var folder = new TemporaryFolder();
        var inner = Directory.CreateDirectory(Path.Combine(folder, "inner")).FullName;
        var stage = Directory.CreateDirectory(Path.Combine(inner, ".pin-stage")).FullName;
        File.WriteAllText(Path.Combine(stage, "0.new"), "theirs");
        File.WriteAllText(Path.Combine(stage, "journal.json"), journal);

        var error = Assert.Throws<SpecException>(() => FileTransaction.Recover(inner));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "outside")));
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
