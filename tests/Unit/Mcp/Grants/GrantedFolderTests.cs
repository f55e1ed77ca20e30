using System.Diagnostics;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Grants;

public sealed class GrantedFolderTests : IDisposable
{
    private readonly TemporaryFolder _outer = new();

    public GrantedFolderTests()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "sub"));
        Directory.CreateDirectory(Folder + "-other");
        _outer.Write("secret.txt", "secret");
        File.WriteAllText(Path.Combine(Folder + "-other", "secret.txt"), "secret");
        File.WriteAllText(Path.Combine(Folder, "sub", "a.jpg"), "picture");
        File.WriteAllText(Path.Combine(Folder, "empty.jpg"), "");
    }

    private string Folder => Path.Combine(_outer.Path, "pictures");

    [Theory]
    [InlineData("sub/a.jpg")]
    [InlineData("./sub/a.jpg")]
    [InlineData("sub//a.jpg")]
    public void A_file_below_the_folder_is_opened(string path)
    {
        using var file = new StreamReader(GrantedFolder.OpenRead(Folder, path));
        Assert.Equal("picture", file.ReadToEnd());
    }

    [Fact]
    public void A_full_path_below_the_folder_is_opened()
    {
        Assert.Null(GrantedFolder.ProblemOf(Folder, Path.Combine(Folder, "sub", "a.jpg")));
        Assert.Null(GrantedFolder.ProblemOf(Folder + Path.DirectorySeparatorChar, "sub/a.jpg"));
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("sub/../../secret.txt")]
    [InlineData("sub/../sub/a.jpg")]
    [InlineData("sub\\..\\a.jpg")]
    [InlineData("/etc/passwd")]
    [InlineData("../pictures-other/secret.txt")]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData(".")]
    [InlineData("sub")]
    [InlineData("missing.jpg")]
    [InlineData("empty.jpg")]
    public void Everything_else_is_refused_without_naming_the_folder(string path)
    {
        var problem = GrantedFolder.ProblemOf(Folder, path);
        Assert.NotNull(problem);
        Assert.DoesNotContain(_outer.Path, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_neighbour_whose_name_begins_alike_is_refused() =>
        Assert.NotNull(GrantedFolder.ProblemOf(Folder, Folder + "-other/secret.txt"));

    [Theory]
    [InlineData("link.txt")]
    [InlineData("up/secret.txt")]
    [InlineData("chain.txt")]
    [InlineData("loop")]
    public void A_link_out_of_the_folder_is_refused(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.CreateSymbolicLink(Path.Combine(Folder, "link.txt"), Path.Combine(_outer.Path, "secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(Folder, "up"), "..");
        File.CreateSymbolicLink(Path.Combine(Folder, "chain.txt"), "link.txt");
        File.CreateSymbolicLink(Path.Combine(Folder, "loop"), "loop");
        Assert.NotNull(GrantedFolder.ProblemOf(Folder, path));
    }

    [Fact]
    public void A_link_within_the_folder_is_followed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.CreateSymbolicLink(Path.Combine(Folder, "inner.jpg"), Path.Combine("sub", "a.jpg"));
        Assert.Null(GrantedFolder.ProblemOf(Folder, "inner.jpg"));
    }

    [Fact]
    public void A_pipe_is_refused_without_waiting_for_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (var made = Process.Start("mkfifo", Path.Combine(Folder, "pipe")))
        {
            made.WaitForExit();
        }

        Assert.NotNull(GrantedFolder.ProblemOf(Folder, "pipe"));
    }

    [Fact]
    public void A_device_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Assert.NotNull(GrantedFolder.ProblemOf("/dev", "zero"));
        Assert.NotNull(GrantedFolder.ProblemOf("/dev", "null"));
    }

    public void Dispose() => _outer.Dispose();
}
