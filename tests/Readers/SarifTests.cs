using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Readers;

/// <summary>SARIF as the Multitool reads it: its schema of 2.1.0 and its rules for what services take.</summary>
public sealed class SarifTests
{
    private static readonly ReleaseStore Store = new(RepositoryLayout.Find(Reader.Root).OpenApi);

    [Theory]
    [InlineData("5.17.0", "5.18.0")]
    [InlineData("5.0.0", "5.23.0")]
    [InlineData("5.23.0", "5.23.0")]
    public void A_comparison_is_valid(string before, string after) =>
        Assert.Empty(
            Complaints(
                DiffReports.Print(
                    DescriptionDiff.Compare(Store.ReadForComparison(before), Store.ReadForComparison(after)),
                    "sarif"
                )
            )
        );

    [Fact]
    public void A_damaged_file_is_not()
    {
        var sarif = DiffReports.Print(
            DescriptionDiff.Compare(Store.ReadForComparison("5.17.0"), Store.ReadForComparison("5.18.0")),
            "sarif"
        );
        Assert.NotEmpty(Complaints(sarif.Replace("\"startLine\"", "\"beginLine\"", StringComparison.Ordinal)));
    }

    private static IReadOnlyList<string> Complaints(string sarif)
    {
        var folder = Directory.CreateTempSubdirectory("pinterest-openapi-sarif-");
        try
        {
            var file = Path.Combine(folder.FullName, "report.sarif");
            File.WriteAllText(file, sarif);
            var (_, output) = Reader.Run(
                Multitool(),
                "validate",
                file,
                "--output",
                Path.Combine(folder.FullName, "log.sarif"),
                "--log",
                "ForceOverwrite"
            );
            Assert.Contains("1 files scanned", output, StringComparison.Ordinal);

            // An informationUri would be the address of a repository, which a copy of this one does not have.
            return
            [
                .. output
                    .Split('\n')
                    .Where(line =>
                        (
                            line.Contains(": error ", StringComparison.Ordinal)
                            || line.Contains(": warning ", StringComparison.Ordinal)
                        ) && !line.Contains("'informationUri'", StringComparison.Ordinal)
                    ),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A program of its own for each system, which npm lays down as plain files.
    private static string Multitool()
    {
        var platform =
            OperatingSystem.IsWindows() ? "win32"
            : OperatingSystem.IsMacOS() ? "darwin"
            : "linux";
        var file = Reader.Package(
            $"@microsoft/sarif-multitool-{platform}/Sarif.Multitool{(OperatingSystem.IsWindows() ? ".exe" : "")}"
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
        }

        return file;
    }
}
