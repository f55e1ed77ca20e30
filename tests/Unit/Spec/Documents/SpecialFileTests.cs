using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Documents;

/// <summary>A device is a device by whatever way it is named.</summary>
public sealed class SpecialFileTests
{
    [Fact]
    public void A_link_among_the_folders_is_followed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var devices = Path.Combine(folder, "devices");
        Directory.CreateSymbolicLink(devices, "/dev");
        Directory.CreateSymbolicLink(Path.Combine(folder, "again"), "devices");

        Assert.Equal("/dev/null", SpecialFile.Target(Path.Combine(devices, "null")));
        Assert.Equal("/dev/null", SpecialFile.Target(Path.Combine(folder, "again", "null")));
        Assert.True(SpecialFile.Is(SpecialFile.Target(Path.Combine(folder, "again", "new"))));
    }

    [Fact]
    public void A_circle_of_links_ends_and_an_ordinary_path_stays()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        Directory.CreateSymbolicLink(Path.Combine(folder, "a"), "b");
        Directory.CreateSymbolicLink(Path.Combine(folder, "b"), "a");
        var plain = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "c")).FullName, "report.json");

        Assert.False(SpecialFile.Is(SpecialFile.Target(Path.Combine(folder, "a", "x"))));
        Assert.EndsWith(Path.Combine("c", "report.json"), SpecialFile.Target(plain), StringComparison.Ordinal);
    }
}
