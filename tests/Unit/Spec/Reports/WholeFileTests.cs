using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_link_stays_a_link_and_what_it_leads_to_is_written()
    {
        var file = _folder.Write("real.txt", "old");
        var link = Path.Combine(_folder, "link.txt");
        File.CreateSymbolicLink(link, file);

        await WholeFile.WriteAsync(link, "new");

        Assert.Equal(file, new FileInfo(link).LinkTarget);
        Assert.Equal("new", await File.ReadAllTextAsync(file));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    // Moving a draft onto a device would take it from every program of the machine, so this asks and does not write.
    [Theory]
    [InlineData("/dev/null", true)]
    [InlineData("/dev/stdout", true)]
    [InlineData("/proc/self/fd/1", true)]
    [InlineData("/dev/shm/report.md", false)]
    [InlineData("/device/report.md", false)]
    [InlineData("/tmp/report.md", false)]
    public void A_device_is_told_from_a_file(string path, bool isSpecial)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(isSpecial, SpecialFile.Is(path));
        }
    }

    [Fact]
    public void A_link_to_a_device_is_one()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var link = Path.Combine(_folder, "link.txt");
        File.CreateSymbolicLink(link, "/dev/null");

        Assert.True(SpecialFile.Is(SpecialFile.Target(link)));
    }

    [Fact]
    public async Task A_pipe_that_has_a_name_is_written_to_and_stays()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var pipe = Path.Combine(_folder, "pipe");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync();
        }

        foreach (var text in new[] { "first", "second" })
        {
            var read = Task.Run(() => File.ReadAllTextAsync(pipe));
            await WholeFile.WriteAsync(pipe, text);
            Assert.Equal(text, await read.WaitAsync(TimeSpan.FromSeconds(60)));
        }

        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_folder_is_no_file() =>
        await Assert.ThrowsAsync<SpecException>(() => WholeFile.WriteAsync(_folder, "text"));
}
